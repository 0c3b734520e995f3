import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/model/ids.ts';
import type { AwayPeriod } from '../../src/model/person.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computePeopleView } from '../../src/views/compute-people-view.ts';
import { computePersonWorkView } from '../../src/views/compute-person-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { ana, context, leo, occurrence, run, sam } from '../support/run-bench.ts';
import { dayMs, spaceOf, start, startTrip } from '../support/trip-space.ts';

const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);
/** Two days before until four after the trip was begun. */
const week: AwayPeriod = { from: '2026-02-28', to: '2026-03-06' };

/** The budget is Sam's turn, and these people are away. */
function tripWith(away: Readonly<Record<string, AwayPeriod>>) {
  const trip = startTrip();
  const people = context.people.map((person) => {
    const period = away[person.id];
    return period === undefined ? person : { ...person, away: [period] };
  });
  trip.do({ kind: 'setContext', context: { ...context, people } });
  trip.complete('confirm');
  return { trip, space: (me: PersonId) => spaceOf(trip, me, { people, joined: new Set([ana, sam, leo]) }) };
}

describe('the steps of somebody who is away', () => {
  it('[H2] are the turn of who stands in, and say whose they are and until when', () => {
    const { space } = tripWith({ [sam]: { ...week, coveredBy: leo } });
    const leos = computeNowView(space(leo), start + dayMs);
    const line = leos.holding.find(({ title }) => title === 'Approve the budget');
    expect(line).toMatchObject({
      tone: 'turn',
      holder: { name: 'Sam' },
      away: { until: '2026-03-06', standIn: { name: 'Leo', isMe: true } },
    });
    // Both hold it: the one who is away may do it all the same.
    expect(computeNowView(space(sam), start + dayMs).hero?.title).toBe('Approve the budget');
    expect(titles(computeNowView(space(ana), start + dayMs).nudge)).toEqual([]);
    const back = computeNowView(space(leo), start + 6 * dayMs);
    expect(titles(back.holding)).toEqual(['Book flights']);
    expect(back.waiting.find(({ title }) => title === 'Approve the budget')?.away).toBeUndefined();
  });

  it('[H3] need a nudge by the conductor when nobody stands in, and wait no longer', () => {
    const { space } = tripWith({ [sam]: week });
    const anas = computeNowView(space(ana), start + dayMs);
    expect(anas.nudge).toMatchObject([
      { title: 'Approve the budget', away: { until: '2026-03-06', standIn: null } },
    ]);
    expect(titles(anas.waiting)).toEqual(['Book flights']);
    expect(titles(computeNowView(space(leo), start + dayMs).nudge)).toEqual([]);
    expect(titles(computeNowView(space(ana), start + 6 * dayMs).nudge)).toEqual([]);
  });

  it('[H3] of a conductor who is away too are for everybody', () => {
    const { space } = tripWith({ [sam]: week, [ana]: week });
    expect(titles(computeNowView(space(leo), start + dayMs).nudge)).toEqual(['Approve the budget']);
  });

  it('[H3] ask for nobody before their turn has come', () => {
    const { space } = tripWith({ [leo]: week });
    expect(titles(computeNowView(space(ana), start + dayMs).nudge)).toEqual(['Book flights']);
  });

  it('[H2] are asked of nobody while the run is paused', () => {
    const { trip, space } = tripWith({ [sam]: week });
    trip.do({ kind: 'suspendRun' });
    expect(computeNowView(space(ana), start + dayMs).nudge).toEqual([]);
  });
});

describe('a step that is somebody else’s', () => {
  const budget = occurrence('budget');
  const look = (space: Parameters<typeof computeStepView>[0]) =>
    computeStepView(space, run, `${budget.step}//1` as never, start + dayMs);

  it('[E4] may be done for them; unasked where I stand in, or they have no device', () => {
    const { space } = tripWith({ [sam]: { ...week, coveredBy: leo } });
    expect(look(space(ana)).actFor).toMatchObject({ person: { name: 'Sam' }, byDefault: false });
    expect(look(space(leo)).actFor).toMatchObject({ person: { name: 'Sam' }, byDefault: true });
    expect(look({ ...space(ana), joined: new Set([ana]) }).actFor).toMatchObject({ byDefault: true });
    expect(look(space(sam)).actFor).toBeNull();
    expect(look({ ...space(ana), access: 'guest' }).actFor).toBeNull();
    expect(look({ ...space(ana), access: 'viewer' }).actFor).toBeNull();
  });

  it('says of everybody to choose from until when they are away', () => {
    const { space } = tripWith({ [sam]: week });
    expect(look(space(ana)).people.map(({ name, awayUntil }) => [name, awayUntil])).toEqual([
      ['Ana', undefined],
      ['Sam', '2026-03-06'],
      ['Leo', undefined],
    ]);
  });
});

describe('what somebody has', () => {
  it('is listed over all flows, what has come first, with who is behind them and what they conduct', () => {
    const { space } = tripWith({});
    const view = computePersonWorkView(space(sam), leo, start + dayMs);
    expect(view.steps.map(({ title, backup }) => [title, backup?.name])).toEqual([
      ['Book flights', 'Ana'],
      ['Pack', undefined],
      ['Expenses', undefined],
    ]);
    expect(view.conducts).toEqual([]);
    expect(computePersonWorkView(space(sam), ana, start).conducts).toEqual([
      { run, title: 'Lisbon board trip' },
    ]);
  });

  it('stays listed while its flow is paused, and is gone once it is over', () => {
    const { trip, space } = tripWith({});
    trip.do({ kind: 'suspendRun' });
    expect(computePersonWorkView(space(ana), leo, start + dayMs).steps).toHaveLength(3);
    trip.do({ kind: 'cancelRun' });
    expect(computePersonWorkView(space(ana), leo, start + dayMs)).toMatchObject({ steps: [], conducts: [] });
  });

  it('names the day of the week that is too full', () => {
    const { space } = tripWith({});
    const anas = (now: number) => computePeopleView(space(ana), now).people[0]?.fullDay;
    // Check-in, transfer and dinner are due five days before the meeting.
    expect(anas(start + 10 * dayMs)).toEqual({ date: '2026-03-18', steps: 3 });
    expect(anas(start)).toBeNull();
  });

  it('People say who is away, and who stands in', () => {
    const { space } = tripWith({ [sam]: { ...week, coveredBy: leo } });
    const sams = computePeopleView(space(ana), start + dayMs).people.find(({ id }) => id === sam);
    expect(sams).toMatchObject({ awayUntil: '2026-03-06', standIn: { name: 'Leo' } });
  });
});
