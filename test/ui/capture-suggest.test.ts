import { describe, expect, it } from 'vitest';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { replaceReference, stepToReference } from '../../src/ui/screens/capture/step-to-reference.ts';
import { suggest } from '../../src/ui/screens/capture/suggest.ts';
import { readTyped } from '../support/read-typed.ts';
import { messages } from '../support/render-app.tsx';

const words = captureWords(messages.formats);

function offered(text: string, ...names: string[]) {
  const found = suggest(text, text.length, readTyped(text), names, words);
  return found === null ? null : [found.kind, ...found.found.map((each) => each.text)];
}

describe('what may be written next', () => {
  it('offers people, steps above, dates and durations behind their sign', () => {
    expect(offered('Book @', 'Sam', 'Ann Lee')).toEqual(['who', 'Sam', '"Ann Lee"']);
    expect(offered('Book @s', 'Sam', 'Ann Lee')).toEqual(['who', 'Sam']);
    expect(offered('Book flights\nReserve hotel\nPack after ')).toEqual([
      'after',
      'Reserve hotel',
      'Book flights',
    ]);
    expect(offered('Book flights\nReserve hotel\nPack after flights, re')).toEqual([
      'after',
      'Reserve hotel',
    ]);
    expect(offered('Book by tom')).toEqual(['date', 'tomorrow']);
    expect(offered('Book ~3')).toEqual(['time', '30m']);
    expect(offered('Book it')).toBeNull();
  });
});

describe('changing a reference', () => {
  it('replaces what stands behind "after", and nothing else', () => {
    expect(replaceReference('Clean hotel after flights,  hotel @sam', 'hotel', '#2')).toBe(
      'Clean hotel after flights,  #2 @sam',
    );
    expect(replaceReference('Pack after x', 'hotel', '#2')).toBe('Pack after x');
  });

  it('names a step by its number where its title would say something else', () => {
    const preview = readTyped('Book flights\nSearch and rescue');
    const [first, second] = preview.definition.steps.map(({ id }) => id);
    expect(stepToReference(preview, first!)[0]?.text).toBe('Book flights');
    expect(stepToReference(preview, second!)[0]?.text).toBe('#2');
  });
});
