/** Who and what the moment of tuesday-morning.ts is made of: its people, its flows and short ways to write lines. */
import { asId, type EventId, type PersonId, type RunId, type StepId } from '../../src/model/ids.ts';
import { firstOccurrence, occurrenceKey, type OccurrenceKey } from '../../src/model/occurrence.ts';
import type { PersonColour } from '../../src/model/person.ts';
import type { HistoryLine } from '../../src/views/log-view.ts';
import type { DueView, PersonView, StepLine, StepRef, Tone } from '../../src/views/shared.ts';

export const at = (text: string): number => Date.parse(`${text}Z`);
export const tuesdayMorning = at('2026-11-24T09:41:00');
export const zone = 'Europe/Lisbon';

const person = (id: string, name: string, initials: string, colour: PersonColour): PersonView => ({
  id: asId<PersonId>(id),
  name,
  initials,
  colour,
  isMe: id === 'ana',
  outside: id === 'hotel',
});
export const ana = person('ana', 'Ana', 'AK', 'sand');
export const sam = person('sam', 'Sam', 'SB', 'sage');
export const noor = person('noor', 'Noor', 'NR', 'mist');
export const jon = person('jon', 'Jon', 'JK', 'rose');
export const hotel = person('hotel', 'Casa do Largo', 'CL', 'sand');

export const trip = asId<RunId>('run-trip');
export const camps = asId<RunId>('run-camps');
export const client = asId<RunId>('run-client');
export const contract = asId<RunId>('run-contract');
const titles: Readonly<Record<string, string>> = {
  [trip]: 'Lisbon board trip',
  [camps]: 'Summer camps, Maya and Leo',
  [client]: 'New client Hartwell',
  [contract]: 'Contract with Hartwell',
};

export const keyOf = (step: string, iteration = 1): OccurrenceKey =>
  occurrenceKey({ ...firstOccurrence(asId<StepId>(step)), iteration });
export const due = (text: string, hasTime: boolean): DueView => ({
  at: at(text),
  hasTime,
  late: at(text) < tuesdayMorning,
});

export function line(
  run: RunId,
  step: string,
  title: string,
  tone: Tone,
  more: Partial<StepLine> = {},
): StepLine {
  return {
    run,
    runTitle: titles[run] ?? '',
    step: asId<StepId>(step),
    key: keyOf(step, more.iteration),
    title,
    tone,
    holder: null,
    due: null,
    estimate: null,
    iteration: 1,
    asks: null,
    startsAt: null,
    ...more,
  };
}
export const ref = (step: string, title: string, tone: Tone, iteration = 1): StepRef => ({
  step: asId<StepId>(step),
  key: keyOf(step, iteration),
  title,
  tone,
});

export const history = (
  id: string,
  type: string,
  by: PersonView | null,
  when: string,
  run: RunId,
  step: string | null,
  title: string,
  tone: Tone,
  more: Partial<HistoryLine> = {},
): HistoryLine => ({
  event: asId<EventId>(id),
  run,
  runTitle: titles[run] ?? '',
  type,
  by,
  onBehalfOf: null,
  at: at(when),
  step: step === null ? null : { id: asId<StepId>(step), key: keyOf(step), title },
  to: null,
  text: null,
  was: null,
  tone,
  outcome: null,
  fact: null,
  ...more,
});
