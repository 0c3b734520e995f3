/**
 * A note that was begun and not saved: it survives closing the step and a reload, one a step and tab, and
 * goes with the tab, or with its household.
 */
import type { RunId, SpaceId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';

export interface NotePlace {
  /** Null while nobody knows yet which household is shown. */
  readonly space: SpaceId | null;
  readonly run: RunId;
  readonly key: OccurrenceKey;
}

const keyOf = ({ space, run, key }: NotePlace): string => `baton.note/${space ?? ''}/${run}/${key}`;

export function readNoteDraft(place: NotePlace): string {
  try {
    return sessionStorage.getItem(keyOf(place)) ?? '';
  } catch {
    return '';
  }
}

export function keepNoteDraft(place: NotePlace, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(place));
    else sessionStorage.setItem(keyOf(place), text);
  } catch {
    // Storage is blocked or full: the draft lives as long as the field.
  }
}
