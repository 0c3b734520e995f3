/**
 * What kind of line was typed, by how it begins: the title, a step, an item of the checklist above,
 * or what to do when the step above fails.
 */
import type { CaptureWords } from './capture-words.ts';

export type LineStart =
  | { readonly kind: 'blank' }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'checklistItem'; readonly text: string }
  /** The line as typed, "or else" included. */
  | { readonly kind: 'orElse'; readonly text: string }
  | {
      readonly kind: 'step';
      readonly text: string;
      /** Begins with `&`: at the same time as the line above. */
      readonly together: boolean;
      /** The number of `3. Title`. */
      readonly label: string | null;
    };

export function readLineStart(
  raw: string,
  words: CaptureWords,
  { mayBeTitle }: { readonly mayBeTitle: boolean },
): LineStart {
  const trimmed = raw.trim();
  if (mayBeTitle && trimmed.endsWith(':')) return { kind: 'title', text: trimmed.slice(0, -1).trim() };
  if (mayBeTitle && /^#\s/u.test(trimmed)) return { kind: 'title', text: trimmed.slice(1).trim() };
  const [, indent = '', bullet, unbulleted = ''] = /^(\s*)([-*•](?=\s|$))?(.*)$/su.exec(raw) ?? [];
  const text = unbulleted.trim();
  if (bullet !== undefined && indent !== '' && text !== '') return { kind: 'checklistItem', text };
  if (startsWithAny(text, words.orElse)) return { kind: 'orElse', text };
  const [, together, ungrouped = ''] = /^(&)?\s*(.*)$/su.exec(text) ?? [];
  const [, label = null, rest = ''] = /^(?:(\d{1,3})[.)]\s+)?(.*)$/su.exec(ungrouped) ?? [];
  if (rest === '') return { kind: 'blank' };
  return { kind: 'step', text: rest, together: together !== undefined, label };
}

/** Whether the text begins with one of the phrases as whole words. */
export function startsWithAny(text: string, phrases: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return phrases.some((phrase) => lower.startsWith(`${phrase} `));
}
