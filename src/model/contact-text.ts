/**
 * The text of a contact, taken apart: words, and the facts that it names as `{factId}`.
 *
 * Invariants: total; the pieces in order are the whole text; braces around nothing, or around braces, are words.
 */
import { asId, type FactId } from './ids.ts';

export type ContactTextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: FactId };

const named = /\{([^{}]+)\}/g;

export function splitContactText(text: string): readonly ContactTextPiece[] {
  const pieces: ContactTextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(named)) {
    const [whole, name = ''] = match;
    if (name.trim() === '') continue;
    if (match.index > from) pieces.push({ kind: 'words', text: text.slice(from, match.index) });
    pieces.push({ kind: 'fact', fact: asId<FactId>(name.trim()) });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

/** The facts that a contact's subject and text name, each once, in the order in which they come. */
export function factsOfContact({
  subject = '',
  text = '',
}: {
  readonly subject?: string;
  readonly text?: string;
}): readonly FactId[] {
  const pieces = [...splitContactText(subject), ...splitContactText(text)];
  return [...new Set(pieces.flatMap((piece) => (piece.kind === 'fact' ? [piece.fact] : [])))];
}
