/** A simulated run as a person would tell it: who they are, what happened, who was told what, and how it ended. */
import { alertWords } from '../../src/i18n/core/en/alerts.ts';
import { factWords } from '../../src/i18n/core/en/facts.ts';
import { logWords } from '../../src/i18n/core/en/log.ts';
import { timeWords } from '../../src/i18n/core/en/times.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { isTold } from '../../src/views/compute-log-view.ts';
import { eventToHistoryLine } from '../../src/views/event-to-history-line.ts';
import { readRun } from '../../src/views/run-reading.ts';
import type { Outcome, Telling, WayTaken } from './outcome.ts';

type NameOf = (id: PersonId | null) => string;

interface Line {
  readonly at: number;
  /** Of one time: what happened, then who was told, then what they did about it. */
  readonly order: number;
  readonly text: string;
}

/** Always the same text for the same outcome; days and hours are those of the household's zone, by the right time. */
export function tellStory(outcome: Outcome): string {
  const { cast, state, seed, workflow, startedAt, endedAt, tellings, ways } = outcome;
  const formats = createFormats({ locale: 'en-GB', zone: cast.zone });
  const when = (at: number): string => `${formats.day(at, startedAt)} ${formats.time(at)}`;
  const people = cast.members.map(({ person }) => person);
  const nameOf: NameOf = (id) => people.find((person) => person.id === id)?.name ?? 'Somebody';
  const words = alertWords(formats, timeWords(formats));
  const lines: Line[] = [
    ...toldEvents(outcome),
    ...tellings.map((telling) => ({ at: telling.at, order: 1, text: sayTelling(telling, words, nameOf) })),
    ...ways.map((way) => ({ at: way.at, order: 2, text: sayWay(way, outcome, nameOf) })),
  ];
  lines.sort((one, other) => one.at - other.at || one.order - other.order);
  const days = formats.plural(Math.round((endedAt - startedAt) / 86_400_000), {
    one: '# day',
    other: '# days',
  });
  return [
    `${state.title} (${workflow}), seed ${seed}, in ${cast.zone}`,
    ...cast.members.map(({ person, habits, skews }) => sayMember(person.name, habits.temperament, skews)),
    `${nameOf(cast.conductor)} conducts; ${sayParts(outcome, nameOf)}`,
    '',
    ...lines.map(({ at, text }) => `${when(at)}  ${text}`),
    '',
    `${when(endedAt)}  ${sayEnd(outcome, nameOf)}`,
    `${days}, ${formats.plural(state.history.length, { one: '# event', other: '# events' })}, ` +
      formats.plural(tellings.length, { one: '# alert told', other: '# alerts told' }),
    '',
  ].join('\n');
}

function sayMember(name: string, temperament: string, skews: readonly number[]): string {
  if (skews.length === 0) return `  ${name}: outside of the household`;
  const clocks = skews.map((skew) =>
    skew === 0 ? 'right' : `${skew > 0 ? '+' : '−'}${sayLength(Math.abs(skew))}`,
  );
  return `  ${name}: ${temperament}; ${skews.length === 1 ? 'a device' : 'two devices'}, clock ${clocks.join(' and ')}`;
}

function sayLength(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

function sayParts({ cast, state }: Outcome, nameOf: NameOf): string {
  const parts = state.workflow?.definition.parts ?? [];
  return parts
    .map(({ id, name }) => {
      const role = cast.roles.find((each) => each.id === cast.partRoles[id]);
      return `${name.toLowerCase()}: ${role === undefined ? nameOf(cast.parts[id] ?? null) : `anybody of ${role.name}`}`;
    })
    .join('; ');
}

/** At the time that it came to the relay or was written, whichever the clocks say; never before what it followed. */
function toldEvents(outcome: Outcome): readonly Line[] {
  const { state, cast, endedAt, writtenAt } = outcome;
  const formats = createFormats({ locale: 'en-GB', zone: cast.zone });
  const times = timeWords(formats);
  const log = logWords(formats, times);
  const facts = factWords(formats, times);
  const people = cast.members.map(({ person }) => person);
  const reading = readRun(state, { me: null, people }, endedAt);
  const says = (event: LogEvent): string => {
    const line = eventToHistoryLine(reading, event);
    const { fact } = line;
    const did = log.did({
      type: line.type,
      step: line.step?.title ?? null,
      to: line.to,
      text: line.text,
      runTitle: line.runTitle,
      was: line.was,
      outcome: line.outcome,
      fact:
        fact === null
          ? null
          : {
              name: fact.name,
              value:
                fact.value === null ? null : facts.value(fact.value, fact.options, line.to?.name, line.at),
            },
    });
    const quote = line.text === null || log.saysText(line.type) ? '' : ` “${line.text}”`;
    const other = line.onBehalfOf === null ? '' : ` ${log.forSomebody(line.onBehalfOf.name)}`;
    return `${line.by?.name ?? log.somebody} ${did}${other}${quote}`;
  };
  return state.history
    .filter(isTold)
    .map((event) => ({ at: writtenAt.get(event.id) ?? event.at, order: 0, text: says(event) }));
}

function sayTelling(telling: Telling, words: ReturnType<typeof alertWords>, nameOf: NameOf): string {
  const { about, person, title, ways } = telling;
  const who = about === null ? null : { name: nameOf(about), isMe: about === person };
  const what = words.what({ ...telling, who }, telling.at);
  return `   → ${nameOf(person)} is told: ${title}. ${what} (${telling.cause}, ${telling.rung}; offered: ${ways.join(', ')})`;
}

function sayWay({ person, id, way }: WayTaken, { tellings }: Outcome, nameOf: NameOf): string {
  const title = tellings.find((telling) => telling.id === id)?.title ?? 'something';
  return way === 'gotIt'
    ? `   ← ${nameOf(person)} has read it: ${title}`
    : `   ← ${nameOf(person)} takes a way out of ${title}: ${way}`;
}

function sayEnd({ ended, state }: Outcome, nameOf: NameOf): string {
  if (!ended) return `It did not come to an end: ${state.status}`;
  if (state.status === 'cancelled') return 'It was called off, and what was to be undone is settled.';
  const open = [...state.current.values()].filter(({ status }) => status === 'completed').length;
  const by = state.ending?.actor ?? null;
  const called = by === null ? '' : `, called done by ${nameOf(by)}`;
  return `It is finished${called}: ${open} of ${state.current.size} steps were done.`;
}
