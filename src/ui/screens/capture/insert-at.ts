/** Puts a mark where the caret is, with the spaces it needs; `&` goes to the start of its line, a sign to the end of a word. */
export interface Inserted {
  readonly text: string;
  readonly caret: number;
}

export function insertAt(text: string, from: number, to: number, mark: string): Inserted {
  if (mark === '&') {
    const lineStart = text.lastIndexOf('\n', from - 1) + 1;
    if (text.startsWith('&', lineStart)) return { text, caret: from };
    return { text: `${text.slice(0, lineStart)}& ${text.slice(lineStart)}`, caret: from + 2 };
  }
  if (mark === '!' || mark === '?') {
    const kept = text.slice(0, from).replace(/ +$/, '');
    return { text: `${kept}${mark} ${text.slice(to).replace(/^ +/, '')}`, caret: kept.length + 2 };
  }
  const before = text.slice(0, from);
  const space = before === '' || /\s$/.test(before) ? '' : ' ';
  // A sign belongs to what follows it, a word stands by itself.
  const inserted = `${space}${mark}${/^\w/.test(mark) ? ' ' : ''}`;
  return { text: `${before}${inserted}${text.slice(to)}`, caret: from + inserted.length };
}
