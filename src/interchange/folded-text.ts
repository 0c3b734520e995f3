/**
 * Text as names are compared: compatibility forms made one, case dropped, white space made single. Accents count: they
 * tell names apart. What is searched for is folded further, see `i18n/core/fold.ts`.
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

/**
 * Without the invisible direction marks that keyboards put before words of right-to-left text, where they
 * would hide a sign. A text of marks alone becomes empty.
 */
export function withoutMarksBeforeWords(text: string): string {
  return collapseSpace(text.replace(/(?<=^|\s)[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ''));
}
