import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listToLines } from '../../src/interchange/list-to-lines.ts';

function split(text: string, ...names: string[]) {
  const { lines } = listToLines(text, names);
  return {
    kept: lines.filter((line) => line.kept).map((line) => line.text),
    out: lines.filter((line) => !line.kept).map((line) => line.text),
  };
}

describe('[P1] a pasted list', () => {
  it('loses its marks and keeps its steps', () => {
    expect(split('1) Book flights\n2. Book hotel\n• Pack\n[ ] Pay\n- [x] Call\n\n\t→ Go').kept).toEqual([
      'Book flights',
      'Book hotel',
      'Pack',
      'Pay',
      'Call',
      '  - Go',
    ]);
  });

  it('leaves out what frames a mail, and says so', () => {
    const mail = `On Tue, 3 Nov, Sam wrote:
> Hi all,
> 1. Book the bus
> 2. Ask the school
>
> Thanks a lot,
> Sam
> --
> Sent from my phone`;
    expect(split(mail)).toEqual({
      kept: ['Book the bus', 'Ask the school'],
      out: ['On Tue, 3 Nov, Sam wrote:', 'Hi all,', 'Thanks a lot,', 'Sam', 'Sent from my phone'],
    });
  });

  it('drops who said it, and no heading', () => {
    expect(split('[12.11.26, 09:41] Sam: Book the bus\nSam: Ask the school').kept).toEqual([
      'Book the bus',
      'Ask the school',
    ]);
    expect(split('Sam: Book the bus\nHotel: book it', 'Sam Smith').kept).toEqual([
      'Book the bus',
      'Hotel: book it',
    ]);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, names) => {
        for (const line of listToLines(text, names).lines) expect(line.text).not.toMatch(/[\r\n]/u);
      }),
      { seed: 20261127, numRuns: 100 },
    );
  });
});
