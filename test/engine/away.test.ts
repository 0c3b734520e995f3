import { describe, expect, it } from 'vitest';
import {
  computeAbsence,
  computeCaretaker,
  computeStandIn,
  findAwayPeriod,
  isAway,
} from '../../src/engine/away.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import type { PersonId } from '../../src/model/ids.ts';
import type { AwayPeriod, Person, RunContext } from '../../src/model/person.ts';
import { ana, context, leo, sam, startTwo, step } from '../support/run-bench.ts';

const zone = 'Europe/Lisbon';
/** Noon in Lisbon on Wednesday 4 March 2026. */
const wednesday = Date.UTC(2026, 2, 4, 12);

const days = (from: string, to: string, coveredBy?: PersonId): AwayPeriod => ({
  from: `2026-03-${from}`,
  to: `2026-03-${to}`,
  ...(coveredBy !== undefined && { coveredBy }),
});

const somebody = (more: Partial<Person>): Person => ({ id: sam, name: 'Sam', colour: 'sky', ...more });

function peopleAway(away: Readonly<Record<string, readonly AwayPeriod[]>>): RunContext {
  return {
    ...context,
    people: context.people.map((person) => {
      const theirs = away[person.id];
      return theirs === undefined ? person : { ...person, away: theirs };
    }),
  };
}

describe('who is away', () => {
  it('[H1] is away from the first moment of the first day to the last of the last', () => {
    const person = somebody({ away: [days('03', '06')] });
    expect(isAway(person, Date.UTC(2026, 2, 3) - 1, zone)).toBe(false);
    expect(isAway(person, Date.UTC(2026, 2, 3), zone)).toBe(true);
    expect(isAway(person, Date.UTC(2026, 2, 7) - 1, zone)).toBe(true);
    expect(isAway(person, Date.UTC(2026, 2, 7), zone)).toBe(false);
  });

  it('[H1] by their own calendar, wherever the run is', () => {
    const person = somebody({ zone: 'Asia/Tokyo', away: [days('04', '04')] });
    // The fourth begins in Tokyo nine hours before it does in Lisbon.
    expect(isAway(person, Date.UTC(2026, 2, 3, 15) - 1, zone)).toBe(false);
    expect(isAway(person, Date.UTC(2026, 2, 3, 15), zone)).toBe(true);
    expect(isAway(person, Date.UTC(2026, 2, 4, 15), zone)).toBe(false);
  });

  it('[H1] also over the days on which the clocks change', () => {
    const spring = somebody({ zone: 'Europe/Berlin', away: [{ from: '2026-03-29', to: '2026-03-29' }] });
    expect(isAway(spring, Date.UTC(2026, 2, 28, 23), zone)).toBe(true);
    // Its 23 hours are over at midnight in summer time.
    expect(isAway(spring, Date.UTC(2026, 2, 29, 22) - 1, zone)).toBe(true);
    expect(isAway(spring, Date.UTC(2026, 2, 29, 22), zone)).toBe(false);
    const autumn = somebody({ zone: 'Europe/Berlin', away: [{ from: '2026-10-25', to: '2026-10-25' }] });
    expect(isAway(autumn, Date.UTC(2026, 9, 24, 22), zone)).toBe(true);
    expect(isAway(autumn, Date.UTC(2026, 9, 25, 23) - 1, zone)).toBe(true);
    expect(isAway(autumn, Date.UTC(2026, 9, 25, 23), zone)).toBe(false);
  });

  it('[H1] periods that overlap or follow each other are one, and the first that names somebody says who', () => {
    const person = somebody({ away: [days('07', '09', leo), days('03', '05'), days('05', '06', ana)] });
    expect(findAwayPeriod(person, Date.UTC(2026, 2, 5, 12), zone)).toEqual({
      from: '2026-03-03',
      to: '2026-03-09',
      coveredBy: ana,
    });
    expect(findAwayPeriod(person, wednesday, zone)).toEqual({ from: '2026-03-03', to: '2026-03-09' });
  });

  it('[H1] [X2] one absence has one beginning for as long as it lasts, so that it is told once', () => {
    const person = somebody({ away: [days('16', '17'), days('03', '05'), days('06', '09', leo)] });
    expect(findAwayPeriod(person, Date.UTC(2026, 2, 8, 12), zone)).toEqual({
      from: '2026-03-03',
      to: '2026-03-09',
      coveredBy: leo,
    });
    expect(findAwayPeriod(person, Date.UTC(2026, 2, 12), zone)).toBeNull();
    expect(findAwayPeriod(person, Date.UTC(2026, 2, 16, 12), zone)).toEqual(days('16', '17'));
  });

  it('[H1] is nobody whose end lies before the beginning, or whose zone is none', () => {
    expect(isAway(somebody({ away: [days('05', '03')] }), wednesday, zone)).toBe(false);
    expect(isAway(somebody({ away: [days('03', '05')], zone: 'Mars/Olympus' }), wednesday, zone)).toBe(false);
    expect(isAway(somebody({}), wednesday, zone)).toBe(false);
  });
});

describe('who stands in', () => {
  it('[H2] is whom they named, while they are away', () => {
    const told = peopleAway({ sam: [days('03', '06', leo)] });
    expect(computeStandIn(told, sam, wednesday, ana)).toBe(leo);
    expect(computeStandIn(told, sam, Date.UTC(2026, 2, 7), ana)).toBeNull();
    expect(computeStandIn(told, leo, wednesday, ana)).toBeNull();
  });

  it('[H2] is followed through others who are away', () => {
    const told = peopleAway({ sam: [days('03', '06', leo)], leo: [days('04', '04', ana)] });
    expect(computeStandIn(told, sam, wednesday, null)).toBe(ana);
    expect(computeStandIn(told, sam, wednesday + 86_400_000, null)).toBe(leo);
  });

  it('[H2] is the conductor where it goes in a circle, or leads to nobody', () => {
    const circle = peopleAway({ sam: [days('03', '06', leo)], leo: [days('03', '06', sam)] });
    expect(computeStandIn(circle, sam, wednesday, ana)).toBe(ana);
    expect(computeStandIn(circle, sam, wednesday, null)).toBeNull();
    expect(computeStandIn(circle, sam, wednesday, sam)).toBeNull();
    const uncovered = peopleAway({ sam: [days('03', '06', leo)], leo: [days('03', '06')] });
    expect(computeStandIn(uncovered, sam, wednesday, ana)).toBe(ana);
    const self = peopleAway({ sam: [days('03', '06', sam)] });
    expect(computeStandIn(self, sam, wednesday, ana)).toBe(ana);
    const all = peopleAway({
      sam: [days('03', '06', leo)],
      leo: [days('03', '06')],
      ana: [days('03', '06')],
    });
    expect(computeStandIn(all, sam, wednesday, ana)).toBeNull();
  });

  it('[H3] nobody was named: the conductor sees to it, or who stands in for them, or everybody', () => {
    expect(computeStandIn(peopleAway({ sam: [days('03', '06')] }), sam, wednesday, ana)).toBeNull();
    expect(computeCaretaker(peopleAway({ sam: [days('03', '06')] }), ana, wednesday)).toBe(ana);
    expect(computeCaretaker(peopleAway({ ana: [days('03', '06', leo)] }), ana, wednesday)).toBe(leo);
    expect(computeCaretaker(peopleAway({ ana: [days('03', '06')] }), ana, wednesday)).toBeNull();
  });
});

describe('a run whose people are away', () => {
  const steps = [step('x', [], { assignee: { kind: 'person', person: sam } })];

  function runOf(away: Parameters<typeof peopleAway>[0]) {
    const { a } = startTwo(steps);
    a.do({ kind: 'setContext', context: peopleAway(away) });
    return a;
  }

  it('[H2] keeps every holder, and says who can act', () => {
    const a = runOf({ sam: [days('03', '06', leo)] });
    expect(computeAbsence(a.state(), sam, wednesday)).toEqual({ until: '2026-03-06', standIn: leo });
    expect(a.of('x').holder).toBe(sam);
    expect(computeAbsence(a.state(), sam, Date.UTC(2026, 2, 7))).toBeNull();
    expect(computeAbsence(a.state(), leo, wednesday)).toBeNull();
  });

  it('[H4] wakes when somebody who matters goes or comes back, and for nobody else', () => {
    const wakesAt = (away: Parameters<typeof peopleAway>[0], now: number) =>
      computeTimed(runOf(away).state(), now).nextWakeAt;
    const sams = { sam: [days('03', '06', leo)] };
    expect(wakesAt(sams, Date.UTC(2026, 2, 1))).toBe(Date.UTC(2026, 2, 3));
    expect(wakesAt(sams, Date.UTC(2026, 2, 3))).toBe(Date.UTC(2026, 2, 7));
    expect(wakesAt(sams, Date.UTC(2026, 2, 7))).toBeNull();
    // Who stands in may go as well; who has nothing to do with it may go unnoticed.
    const both = { ...sams, leo: [days('05', '05')] };
    expect(wakesAt(both, Date.UTC(2026, 2, 3))).toBe(Date.UTC(2026, 2, 5));
    expect(wakesAt({ leo: [days('05', '05')] }, Date.UTC(2026, 2, 3))).toBeNull();
    expect(wakesAt({ ana: [days('05', '05')] }, Date.UTC(2026, 2, 3))).toBe(Date.UTC(2026, 2, 5));
  });

  it('[H4] has nothing to wake for once everything is done', () => {
    const a = runOf({ sam: [days('03', '06', leo)] });
    a.complete('x');
    expect(computeTimed(a.state(), Date.UTC(2026, 2, 1)).nextWakeAt).toBeNull();
  });
});
