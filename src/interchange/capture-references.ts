/**
 * The references behind "after": split at commas, and at "and" where no title has that word in it.
 */
import type { StepId } from '../model/ids.ts';
import type { CaptureWords } from './capture-words.ts';
import { matchReference, type ReferenceTarget } from './match-reference.ts';

export interface ResolvedReference {
  readonly reference: string;
  /** Null when it means no step above. */
  readonly step: StepId | null;
  /** Other steps that it may mean, best first. */
  readonly alternatives: readonly StepId[];
}

/** `start` alone names nothing and is answered by an empty list. */
export function resolveReferences(
  text: string,
  targets: readonly ReferenceTarget[],
  words: CaptureWords,
): readonly ResolvedReference[] {
  if (words.start.includes(text.trim().toLowerCase())) return [];
  return text
    .split(/[,;+&]/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const whole = resolve(piece);
      const parts = splitAtAnd(piece, words);
      return whole.step === null && parts.length > 1 ? parts.map(resolve) : [whole];
    });

  function resolve(reference: string): ResolvedReference {
    const [step = null, ...alternatives] = matchReference(reference, targets, words);
    return { reference, step, alternatives };
  }
}

function splitAtAnd(piece: string, words: CaptureWords): readonly string[] {
  const parts: string[][] = [[]];
  for (const word of piece.split(/\s+/u)) {
    if (words.and.includes(word.toLowerCase())) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(' ')).filter((part) => part !== '');
}
