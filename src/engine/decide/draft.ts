/** What a command's handlers answer: what happens, before it has an author and a place in the log. */
import type { EventPayloads, EventType } from '../../model/event.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import type { Result } from '../../model/result.ts';
import type { Refusal } from '../refusal.ts';

export type Draft = {
  [Type in EventType]: {
    readonly type: Type;
    readonly data: EventPayloads[Type];
    readonly occurrence?: Occurrence;
  };
}[EventType];

/** What an event says that says nothing beyond its type: one for all. */
export const noData: Readonly<Record<string, never>> = Object.freeze({});

export type Decision = Result<readonly Draft[], Refusal>;
