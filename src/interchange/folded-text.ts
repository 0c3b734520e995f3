/**
 * Text as it is compared: compatibility forms made one, case dropped, white space made single.
 */
export function foldText(text: string): string {
  return collapseSpace(text.normalize('NFKC').toLowerCase());
}

export function collapseSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The runs of letters and digits, folded. Apostrophes stay inside a word. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
}

/** Without the invisible direction marks that keyboards put before a sign in right-to-left text. */
export function withoutLeadingMarks(text: string): string {
  return text.replace(/^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/u, '');
}
