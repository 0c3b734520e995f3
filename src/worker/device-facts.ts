/**
 * What a browser says about the device that it runs on. Good enough for a word beside a person's name, and
 * nothing is decided by it.
 */
import type { DeviceBrowser, DeviceKind } from '../model/device-kind.ts';

export interface DeviceFacts {
  readonly kind: DeviceKind;
  readonly browser: DeviceBrowser;
}

const browsers: readonly (readonly [RegExp, DeviceBrowser])[] = [
  // The first that fits: every later one is named by those before it, too.
  [/SamsungBrowser/u, 'samsung'],
  [/Edg(?:e|A|iOS)?\//u, 'edge'],
  [/Firefox|FxiOS/u, 'firefox'],
  [/Chrome|CriOS/u, 'chrome'],
  [/Safari/u, 'safari'],
];

function kindOf(userAgent: string): DeviceKind {
  if (/iPad|Tablet|Android(?!.*Mobile)/u.test(userAgent)) return 'tablet';
  if (/iPhone|Mobile/u.test(userAgent)) return 'phone';
  return /Windows|Macintosh|Linux|CrOS/u.test(userAgent) ? 'computer' : 'unknown';
}

/** From `navigator.userAgent`. */
export function readDeviceFacts(userAgent: string): DeviceFacts {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
  return { kind: kindOf(userAgent), browser };
}
