/**
 * People who are away, and who stands in for them [H1] to [H4]: functions of what the run carries of its
 * people, and the time. Nothing here is an event, so whoever comes back has their steps as they left them.
 */
import type { LocalDate } from '../model/fact.ts';
import type { PersonId } from '../model/ids.ts';
import { addDays } from '../model/local-date.ts';
import type { AwayPeriod, Person, RunContext } from '../model/person.ts';
import { isOpen } from './is-open.ts';
import type { RunState } from './run-state.ts';
import { instantToLocalDate, startOfDay } from './zoned-time.ts';

export interface Absence {
  /** The last day away, where the person is. */
  readonly until: LocalDate;
  /** Who can act for them; `null`: nobody, so it is for the conductor to see to [H3]. */
  readonly standIn: PersonId | null;
}

/** `now` in milliseconds since 1970; `zone`: of the run, for who has none of their own. */
export function isAway(person: Person, now: number, zone: string): boolean {
  return findAwayPeriod(person, now, zone) !== null;
}

/** The days around `now`: periods that overlap or follow each other count as one, and the first that names somebody says who. */
export function findAwayPeriod(person: Person, now: number, zone: string): AwayPeriod | null {
  if (person.away === undefined || person.away.length === 0) return null;
  const today = instantToLocalDate(now, person.zone ?? zone);
  if (today === null) return null;
  const inOrder = person.away
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const around = inOrder.filter(({ from, to }) => from <= today && today <= to);
  const [first] = inOrder;
  if (first === undefined || around.length === 0) return null;
  // Also what is over by now: it is the same absence for as long as it lasts.
  let [begin, until] = [first.from, first.to];
  for (const { from, to } of inOrder) {
    const next = addDays(until, 1);
    if (next !== null && from <= next) until = to > until ? to : until;
    else if (from <= today) [begin, until] = [from, to];
  }
  const coveredBy = around.find((period) => period.coveredBy !== undefined)?.coveredBy;
  return { from: begin, to: until, ...(coveredBy !== undefined && { coveredBy }) };
}

/**
 * Who stands in for somebody who is away [H2]: whom they named, or whom that one named who is away too, and
 * so on; where that leads to nobody, the conductor. `null`: they are here, or named nobody, or there is
 * nobody left who is here.
 */
export function computeStandIn(
  context: RunContext,
  person: PersonId,
  now: number,
  conductor: PersonId | null,
): PersonId | null {
  const byId = new Map(context.people.map((each) => [each.id, each]));
  const passed = new Set<PersonId>([person]);
  const away = (id: PersonId): AwayPeriod | null => {
    const known = byId.get(id);
    return known === undefined ? null : findAwayPeriod(known, now, context.zone);
  };
  let next = away(person)?.coveredBy;
  if (next === undefined) return null;
  // Each round adds somebody else, so there are at most as many as there are people.
  while (next !== undefined && byId.has(next) && !passed.has(next)) {
    const absence = away(next);
    if (absence === null) return next;
    passed.add(next);
    next = absence.coveredBy;
  }
  if (conductor === null || conductor === person || !byId.has(conductor)) return null;
  return away(conductor) === null ? conductor : null;
}

/**
 * Who sees to what nobody stands in for [H3]: the conductor, or who stands in for them. `null`: that one is
 * away and covered by nobody, so it is everybody's.
 */
export function computeCaretaker(
  context: RunContext,
  conductor: PersonId | null,
  now: number,
): PersonId | null {
  const known = context.people.find(({ id }) => id === conductor);
  if (known === undefined || conductor === null) return conductor;
  return isAway(known, now, context.zone) ? computeStandIn(context, conductor, now, null) : conductor;
}

/** `null`: they are here, or the run does not know them. */
export function computeAbsence(state: RunState, person: PersonId, now: number): Absence | null {
  const { context, personById, conductor } = state;
  const known = personById.get(person);
  const period = context === null || known === undefined ? null : findAwayPeriod(known, now, context.zone);
  if (context === null || period === null) return null;
  return { until: period.to, standIn: computeStandIn(context, person, now, conductor) };
}

/**
 * The next instant at which somebody goes or comes back who has, or stands in for whoever has, an open step
 * [H4]; milliseconds since 1970.
 */
export function findNextAwayChange(state: RunState, now: number): number | null {
  const { context } = state;
  if (context === null || !context.people.some(({ away }) => away !== undefined && away.length > 0))
    return null;
  const changes = peopleConcerned(state, context).flatMap((person) => {
    const zone = person.zone ?? context.zone;
    return (person.away ?? []).flatMap(({ from, to }) => {
      const back = to < from ? null : addDays(to, 1);
      return back === null ? [] : [startOfDay(from, zone), startOfDay(back, zone)];
    });
  });
  const ahead = changes.filter((at): at is number => at !== null && at > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

function peopleConcerned({ current, conductor }: RunState, { people }: RunContext): readonly Person[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const concerned = new Map<PersonId, Person>();
  const next = [...current.values()].flatMap((occurrence) => {
    const holder = occurrence.holder ?? conductor;
    return isOpen(occurrence) && holder !== null ? [holder] : [];
  });
  // Of what nobody stands in for they are told, unless they are away themselves.
  if (next.length > 0 && conductor !== null) next.push(conductor);
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const person = byId.get(id);
    if (person === undefined || concerned.has(id)) continue;
    concerned.set(id, person);
    next.push(...(person.away ?? []).flatMap(({ coveredBy }) => coveredBy ?? []));
  }
  return [...concerned.values()];
}
