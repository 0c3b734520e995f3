import { afterEach, describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { complete, setFact, startTrip, tones } from '../support/trip.ts';

const open: HeadlessDevice[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

const at = (text: string): FactValue => ({ kind: 'instant', at: Date.parse(text), zone: 'Europe/Lisbon' });

describe('the flight that lands later', () => {
  it('[F1] [F2] asks the transfer to be checked again and nothing else, until somebody says it is right', async () => {
    const ana = await openHeadlessDevice({ name: 'moved-flight' });
    open.push(ana);
    const run = await startTrip(ana);
    await complete(ana, run, 'Confirm meeting times', {
      facts: { 'meeting-end': at('2026-12-03T17:00:00Z') },
    });
    await complete(ana, run, 'Book flights', { facts: { arrival: at('2026-12-02T14:10:00Z') } });
    await complete(ana, run, 'Approve the budget');
    await complete(ana, run, 'Reserve the hotel');
    await complete(ana, run, 'Hotel check-in time', {
      facts: { 'check-in': at('2026-12-02T15:00:00Z') },
    });
    await complete(ana, run, 'Airport transfer');
    await complete(ana, run, 'Dinner after the meeting');
    const before = await ana.view({ kind: 'app' });
    expect((await ana.view({ kind: 'flow', run })).checks).toEqual([]);

    await setFact(ana, run, 'arrival', at('2026-12-02T16:10:00Z'));
    const flow = await ana.view({ kind: 'flow', run });
    expect(flow.checks).toMatchObject([
      {
        fact: { name: 'Flight lands' },
        was: at('2026-12-02T14:10:00Z'),
        now: at('2026-12-02T16:10:00Z'),
        checks: [{ title: 'Airport transfer' }],
      },
    ]);
    expect(await tones(ana, run)).toMatchObject({
      'Airport transfer': 'recheck',
      'Reserve the hotel': 'done',
      'Dinner after the meeting': 'done',
    });
    const now = await ana.view({ kind: 'now' });
    expect(now.checks.map(({ title }) => title)).toEqual(['Airport transfer']);
    expect((await ana.view({ kind: 'app' })).holdingCount).toBe(before.holdingCount + 1);

    const [check] = now.checks;
    if (check === undefined) throw new Error('nothing to check');
    await ana.done({
      kind: 'command',
      run,
      command: {
        kind: 'recheckStep',
        occurrence: { step: check.step, items: [], iteration: check.iteration },
      },
    });
    expect((await ana.view({ kind: 'flow', run })).checks).toEqual([]);
    expect((await ana.view({ kind: 'app' })).holdingCount).toBe(before.holdingCount);
    const [line] = (await ana.view({ kind: 'log', limit: 1 })).lines;
    expect(line).toMatchObject({ type: 'step.rechecked', step: { title: 'Airport transfer' } });
  });
});
