/** Days on which nobody of the household works: a row each, so that two people may add different ones at once. */
import type * as Y from 'yjs';
import type { LocalDate } from '../model/fact.ts';
import { isLocalDate } from '../model/local-date.ts';
import { localOrigin } from './run-document.ts';
import { rows, setRow, text } from './space-rows.ts';

export interface Holiday {
  readonly date: LocalDate;
  /** What the day is called; perhaps nothing. */
  readonly name: string;
}

/** By date. */
export function readHolidays(doc: Y.Doc): readonly Holiday[] {
  return rows(doc, 'holidays').flatMap(([date, fields]) =>
    isLocalDate(date) ? [{ date, name: text(fields, 'name') ?? '' }] : [],
  );
}

/** `null` takes the day away. */
export function writeHoliday(doc: Y.Doc, date: LocalDate, name: string | null): void {
  if (name !== null) setRow(doc, 'holidays', date, { name });
  else doc.transact(() => doc.getMap<unknown>('holidays').delete(date), localOrigin);
}
