/**
 * A text with facts filled in. What is not known stays a gap that nobody overlooks, so that it is filled by
 * hand or left out knowingly, and never reads as if it were meant.
 */
import type { ToldValue } from './told-value.ts';

export type FillPiece<Fact> =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: Fact };

export interface Filling<Fact> {
  /** The value of a fact that is known, in words. */
  readonly tell: (fact: Fact) => string;
  /** What stands where it is not, by the name of the fact. */
  readonly gap: (name: string) => string;
}

export function fillText<Fact extends { readonly name: string; readonly value: ToldValue | null }>(
  pieces: readonly FillPiece<Fact>[],
  { tell, gap }: Filling<Fact>,
): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'words') return piece.text;
      return piece.fact.value === null ? gap(piece.fact.name) : tell(piece.fact);
    })
    .join('');
}
