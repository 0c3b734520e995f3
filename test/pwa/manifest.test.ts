import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../src/pwa/manifest.ts';
import { paths } from '../../src/ui/routes.ts';

const file = (path: string): Buffer => readFileSync(join(import.meta.dirname, '../../public', path));

describe('the manifest', () => {
  it('names icons that are there, in the size it says, for every purpose', () => {
    const icons = manifest.icons ?? [];
    expect(new Set(icons.map((icon) => icon.purpose))).toEqual(new Set(['any', 'maskable', 'monochrome']));
    for (const icon of icons) {
      const bytes = file(icon.src);
      if (icon.type !== 'image/png') {
        expect(bytes.toString('utf8')).toContain('<svg');
        continue;
      }
      const width = bytes.readUInt32BE(16);
      expect(`${width}x${bytes.readUInt32BE(20)}`).toBe(icon.sizes);
    }
  });

  it('leads from the icon, from shared texts and from files to screens that are there', () => {
    const addresses = Object.values<string>(paths);
    expect((manifest.shortcuts ?? []).map(({ url }) => url).every((url) => addresses.includes(url))).toBe(
      true,
    );
    expect(manifest.share_target).toMatchObject({ action: paths.share, method: 'POST' });
    expect((manifest.file_handlers ?? []).map(({ action }) => action)).toEqual([paths.open]);
  });

  it('is installable from the root of its own address', () => {
    expect(manifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  });
});
