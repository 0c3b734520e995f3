import { describe, expect, it } from 'vitest';
import { computeInstallWay } from '../../src/pwa/install-way.ts';

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('how the app is put on a device', () => {
  it.each([
    ['an iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${safari}`, 5, 'iosSafari'],
    [
      'an iPad that says it is a Mac',
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`,
      5,
      'iosSafari',
    ],
    [
      'Chrome on an iPhone',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 ${safari}`,
      5,
      'iosOther',
    ],
    ['Safari on a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari}`, 0, 'macSafari'],
    [
      'Firefox on Android',
      'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
      5,
      'androidMenu',
    ],
    ['Chrome on Windows', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 0, 'chromiumMenu'],
    ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'none'],
    [
      'Firefox on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
      0,
      'none',
    ],
  ])('on %s', (_, userAgent, touchPoints, way) => {
    expect(computeInstallWay({ userAgent, touchPoints, prompted: false })).toBe(way);
  });

  it('is asked by the browser where it offered that', () => {
    expect(computeInstallWay({ userAgent: '', touchPoints: 0, prompted: true })).toBe('prompt');
  });
});
