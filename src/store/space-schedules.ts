/**
 * Schedules in the space document, and which run is the start of which slot. A schedule is one value of
 * its row: two changes made apart from each other are not mixed into a third that nobody wanted. Whether
 * it is paused or taken out are fields of their own.
 */
import type * as Y from 'yjs';
import { decodeSchedule } from '../model/decode-schedule.ts';
import { asId, type RunId, type ScheduleId } from '../model/ids.ts';
import type { Schedule } from '../model/schedule.ts';
import { omit } from '../model/omit.ts';
import type { NewRunIndexEntry } from './space-document.ts';
import { count, rows, setRow, text } from './space-rows.ts';

/** A run that a schedule started. */
export interface ScheduledRun {
  readonly run: RunId;
  readonly schedule: ScheduleId;
  /** The slot's day. */
  readonly date: string;
  /** Written when it ended; read with a decoder of its own. */
  readonly summary: unknown;
}

/** Those that were not taken out. */
export function readSchedules(doc: Y.Doc): readonly Schedule[] {
  return rows(doc, 'schedules').flatMap(([id, fields]): Schedule[] => {
    if (fields['removed'] === true) return [];
    const said = fields['schedule'];
    const since = count(fields, 'since');
    const schedule = decodeSchedule({
      ...(typeof said === 'object' ? said : {}),
      id,
      ...(since === null ? {} : { since }),
      ...(fields['paused'] === true ? { paused: true } : {}),
    });
    return schedule === null ? [] : [schedule];
  });
}

export function writeSchedule(doc: Y.Doc, schedule: Schedule): void {
  const { id, since, paused } = schedule;
  setRow(doc, 'schedules', id, {
    schedule: omit(schedule, 'id', 'since', 'paused'),
    since: since ?? null,
    paused: paused === true,
    removed: false,
  });
}

/** `since`: what was missed meanwhile is over, when it goes on; milliseconds since 1970. */
export function pauseSchedule(doc: Y.Doc, id: ScheduleId, paused: boolean, since: number | null): void {
  setRow(doc, 'schedules', id, { paused, ...(since === null ? {} : { since }) });
}

/** It stays in the document, so that it can be brought back as it was. */
export function removeSchedule(doc: Y.Doc, id: ScheduleId, removed: boolean): void {
  setRow(doc, 'schedules', id, { removed });
}

export function readScheduledRuns(doc: Y.Doc): readonly ScheduledRun[] {
  return rows(doc, 'runs').flatMap(([id, fields]): ScheduledRun[] => {
    const [schedule, date] = [text(fields, 'schedule'), text(fields, 'slot')];
    if (schedule === null || date === null) return [];
    return [
      {
        run: asId<RunId>(id),
        schedule: asId<ScheduleId>(schedule),
        date,
        summary: fields['summary'] ?? null,
      },
    ];
  });
}

/** The index entry of a run that a schedule started. */
export function writeScheduledRun(
  doc: Y.Doc,
  { run, ...fields }: NewRunIndexEntry,
  schedule: ScheduleId,
  date: string,
): void {
  setRow(doc, 'runs', run, { ...fields, schedule, slot: date });
}
