/**
 * What has to hold of every simulated run, whoever was late, silent, away or wrong. Each check says what is the
 * matter, in a sentence; none: nothing is.
 */
import type { RunEvent } from '../../src/model/event.ts';
import { isOpaque } from '../../src/model/event.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { day } from './habits.ts';
import type { Outcome } from './outcome.ts';

/** In which somebody has to have heard of a step that is late: a day up the ladder, a night, a lost connection. */
const mostUntold = 4 * day;

export function checkOutcome(outcome: Outcome): readonly string[] {
  return [
    ...checkEnd(outcome),
    ...checkLateness(outcome),
    ...checkOnce(outcome),
    ...checkOffers(outcome),
    ...checkPeopleDecided(outcome),
    ...checkAgreement(outcome),
  ];
}

/** It finished, or somebody called it off. */
function checkEnd({ ended, state, log, cast }: Outcome): readonly string[] {
  if (!ended) return [`it did not come to an end: ${state.status}`];
  if (state.status === 'finished') return [];
  const byPerson = eventsOf(log).some(
    ({ type, actor }) => type === 'run.cancelled/1' && cast.members.some(({ person }) => person.id === actor),
  );
  return state.status === 'cancelled' && byPerson ? [] : [`it ended as ${state.status}, and nobody said so`];
}

/** No device kept a lateness to itself, and somebody who could do something heard of each that lasted. */
function checkLateness({ silences, lateness, tellings, endedAt }: Outcome): readonly string[] {
  const silent = silences.map(
    ({ device, title }) =>
      `${title} was late and nobody was to be told (${device ?? 'as the relay knew it'})`,
  );
  const untold = lateness.filter(({ from, to, alerts }) => {
    if ((to ?? endedAt) - from < mostUntold) return false;
    return !tellings.some(({ id, at, canAct }) => canAct && alerts.has(id) && at <= from + mostUntold);
  });
  return [...silent, ...untold.map(({ title }) => `${title} was late, and nobody heard of it in time`)];
}

/** [X2] Of one thing a device tells its person once, under one id, and not at all once it heard that they know. */
function checkOnce({ tellings }: Outcome): readonly string[] {
  const told = new Set<string>();
  return tellings.flatMap((telling) => {
    const { person, device, id, key, cause, rung, since, about, title, early, alreadyRead } = telling;
    // The same rung of the same ladder, reached at the same instant, is the same thing; a reminder is another
    // one when the turn has come.
    const isEarly = rung === 'remind' && early;
    const names = [`${device} ${id}`, `${device} ${key} ${cause} ${rung} ${since} ${about} ${isEarly}`];
    const isAgain = names.some((name) => told.has(name));
    for (const name of names) told.add(name);
    if (isAgain) return [`${person} was told twice of ${title} on one device (${id})`];
    return alreadyRead ? [`${person} was told of ${title} after they had read it (${id})`] : [];
  });
}

/** [X4] Whoever is told of a step is offered something, and nothing that would be refused. */
function checkOffers({ tellings }: Outcome): readonly string[] {
  return tellings.flatMap(({ title, key, person, ways, refusedWays }) => [
    ...(key !== null && ways.length === 0 ? [`${person} was told of ${title} and offered nothing`] : []),
    ...refusedWays.map((way) => `${person} was offered to ${way} ${title}, which would be refused`),
  ]);
}

/** Whatever was written is a command that somebody gave, and nothing is closed or approved without one. */
function checkPeopleDecided({ state, log, deeds, cast }: Outcome): readonly string[] {
  const people = new Set(cast.members.filter(({ skews }) => skews.length > 0).map(({ person }) => person.id));
  const given = new Map(deeds.map(({ commandId, person }) => [commandId, person]));
  const events = eventsOf(log);
  const unasked = events.filter(({ id, actor }) => {
    const by = given.get(id.slice(0, id.lastIndexOf('.')));
    return by === undefined || by !== actor || !people.has(actor);
  });
  const closed = [...state.occurrences.values()].flatMap((each) => {
    const own = events.filter(
      ({ occurrence }) => occurrence !== undefined && occurrenceKey(occurrence) === each.key,
    );
    const has = (...types: readonly string[]): boolean => own.some(({ type }) => types.includes(type));
    switch (each.status) {
      case 'completed':
        if (each.approval !== null)
          return isVotedOn(own, each.approval.needed, each.outcome) ? [] : [each.key];
        return has('step.completed/2') ? [] : [each.key];
      case 'failed':
        return has('step.failed/1') ? [] : [each.key];
      case 'skipped':
        return has('step.skipped/1') ? [] : [each.key];
      case 'terminated':
        return has('step.cancelled/1') || events.some(({ type }) => type === 'run.cancelled/1')
          ? []
          : [each.key];
      default:
        return [];
    }
  });
  return [
    ...unasked.map(({ type, id }) => `${type} (${id}) is nobody's command`),
    ...closed.map((key) => `${key} was closed without anybody's word`),
  ];
}

/** As many people as it takes said yes, or one said no; or it was approved before the run began. */
function isVotedOn(own: readonly RunEvent[], needed: number, outcome: string | null): boolean {
  const said = (vote: 'approve' | 'reject'): ReadonlySet<PersonId> =>
    new Set(
      own.flatMap((event) =>
        event.type === 'approval.voted/1' && event.data.vote === vote
          ? [event.onBehalfOf ?? event.actor]
          : [],
      ),
    );
  if (own.some((event) => event.type === 'step.completed/2' && event.data.beforeRun === true)) return true;
  return outcome === 'approved' ? said('approve').size >= needed : said('reject').size > 0;
}

/** All devices, and somebody who hears everything at once, come to the same state. */
function checkAgreement({ digests }: Outcome): readonly string[] {
  const [first] = digests.values();
  return [...digests]
    .filter(([, digest]) => digest !== first)
    .map(([device]) => `${device} came to another end than the others`);
}

function eventsOf(log: Outcome['log']): readonly RunEvent[] {
  return log.filter((event): event is RunEvent => !isOpaque(event));
}
