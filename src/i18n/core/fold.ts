/**
 * Text as it is searched: without case and without the marks that people leave out when they type in a hurry.
 * Invariant: what is folded keeps its place, so that a match can be shown in the text as it was written.
 */

/** Accents, Hebrew points and Arabic vowels. Marks of other scripts are letters to those who write them. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670\u0640]/gu;

/** Letters that no decomposition takes apart. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ς: 'σ',
  '’': "'",
};

function foldLetter(letter: string): string {
  const lower = letter.toLowerCase();
  return plain[lower] ?? lower.normalize('NFKD').replace(marks, '').replaceAll('ı', 'i');
}

export function fold(text: string): string {
  // Nearly all there is to compare is plain already.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  let folded = '';
  for (const letter of text) folded += foldLetter(letter);
  return folded;
}

export interface Span {
  readonly from: number;
  /** Where it is over; not part of it any more. */
  readonly to: number;
}

/** Where parts of the folded text stand in the text itself; what lies beyond its end is left out. */
export function unfoldSpans(text: string, spans: readonly Span[]): readonly Span[] {
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    for (let count = fold(letter).length; count > 0; count -= 1) starts.push(at);
    at += letter.length;
  }
  const place = (index: number): number => starts[index] ?? text.length;
  return spans.flatMap(({ from, to }) => {
    if (from >= starts.length || to <= from) return [];
    // A letter that folds into two is shown whole.
    const last = place(to - 1);
    const end = starts.find((start) => start > last) ?? text.length;
    return [{ from: place(from), to: Math.max(end, place(to)) }];
  });
}
