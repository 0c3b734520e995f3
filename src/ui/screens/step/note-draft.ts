/**
 * A note that was begun and not saved: it survives closing the step and a reload, one a step and tab, and
 * goes with the tab.
 */
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';

const keyOf = (run: RunId, key: OccurrenceKey): string => `baton.note/${run}/${key}`;

export function readNoteDraft(run: RunId, key: OccurrenceKey): string {
  try {
    return sessionStorage.getItem(keyOf(run, key)) ?? '';
  } catch {
    return '';
  }
}

export function keepNoteDraft(run: RunId, key: OccurrenceKey, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(run, key));
    else sessionStorage.setItem(keyOf(run, key), text);
  } catch {
    // Storage is blocked or full: the draft lives as long as the field.
  }
}
