/** The ways in which a word or a secret may lie in a file, a log or a stream without being sealed. */

/** Base64 depends on where a word begins among three bytes; only what does not is looked for. */
function base64Spellings(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const shifted = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    return shifted.slice(Math.ceil((shift * 8) / 6), -1);
  });
}

export function spellBytes(bytes: Uint8Array): readonly Buffer[] {
  const buffer = Buffer.from(bytes);
  const base64 = base64Spellings(buffer);
  const texts = [
    buffer.toString('hex'),
    buffer.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    [...buffer].join(','),
  ];
  return [buffer, ...texts.map((text) => Buffer.from(text, 'latin1'))];
}

export function spellWord(word: string): readonly Buffer[] {
  const texts = [
    encodeURIComponent(word),
    JSON.stringify(word).slice(1, -1),
    word.toLowerCase(),
    word.toUpperCase(),
  ];
  return [
    ...spellBytes(Buffer.from(word, 'utf8')),
    Buffer.from(word, 'utf16le'),
    ...texts.map((text) => Buffer.from(text, 'utf8')),
  ];
}

/** The names of those whose bytes are somewhere in `haystack`. */
export function findSpelled(
  haystack: Buffer,
  spellingsByName: ReadonlyMap<string, readonly Buffer[]>,
): readonly string[] {
  return [...spellingsByName]
    .filter(([, spellings]) => spellings.some((spelling) => haystack.includes(spelling)))
    .map(([name]) => name);
}
