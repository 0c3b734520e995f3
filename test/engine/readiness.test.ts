import { describe, expect, it } from 'vitest';
import { computeWaits } from '../../src/engine/waits.ts';
import {
  ana,
  leo,
  makeDevice,
  occurrence,
  sam,
  startCommand,
  startTwo,
  stepId,
} from '../support/run-bench.ts';

describe('joins', () => {
  it('[J1] a step is ready when all before it happened, and says what freed it', () => {
    const { a } = startTwo();
    expect(a.of('dates')).toMatchObject({ status: 'ready', freedBy: a.state().history[0]?.id });
    a.complete('dates');
    const flight = a.complete('flight');
    expect(a.of('hotel')).toMatchObject({ status: 'created', freedBy: null });
    expect(computeWaits(a.state(), stepId('hotel')).waitingFor).toEqual(['budget']);
    const budget = a.complete('budget');
    expect(flight.id).not.toBe(budget.id);
    expect(a.of('hotel')).toMatchObject({
      status: 'ready',
      freedBy: budget.id,
      readyAt: budget.at,
    });
  });

  it('[J1] a skipped step opens its edges; a failed one blocks those after it until it is retried', () => {
    const { a } = startTwo();
    a.skip('dates');
    expect(a.of('flight').status).toBe('ready');
    a.fail('flight');
    expect(a.of('hotel')).toMatchObject({ status: 'created', blocked: true });
    expect(computeWaits(a.state(), stepId('hotel')).blockedBy).toEqual(['flight']);
    a.do({ kind: 'retryStep', occurrence: occurrence('flight') });
    expect([a.of('flight').status, a.of('flight').attempts, a.of('hotel').blocked]).toEqual([
      'ready',
      1,
      false,
    ]);
  });

  it('a retry begins the attempt anew, and a second failure counts', () => {
    const { a } = startTwo();
    a.do({ kind: 'startStep', occurrence: occurrence('dates') });
    expect(a.of('dates').status).toBe('inProgress');
    a.fail('dates');
    a.do({ kind: 'retryStep', occurrence: occurrence('dates') });
    expect(a.of('dates').status).toBe('ready');
    a.fail('dates');
    expect(a.of('dates')).toMatchObject({ status: 'failed', attempts: 2, reason: 'no answer' });
  });

  it('[J8] reopening returns to created what had not started; what had started goes on; done stays done', () => {
    const { a } = startTwo();
    for (const id of ['dates', 'flight', 'budget']) a.complete(id);
    expect(a.of('hotel').status).toBe('ready');
    a.reopen('flight');
    expect([a.of('hotel').status, a.of('flight').status]).toEqual(['created', 'ready']);
    a.complete('flight', 2);
    a.do({ kind: 'startStep', occurrence: occurrence('hotel') });
    a.reopen('budget');
    expect(a.of('hotel')).toMatchObject({ status: 'inProgress', ahead: true });
    expect(computeWaits(a.state(), stepId('hotel')).waitingFor).toEqual(['budget']);
    a.complete('hotel');
    a.reopen('dates');
    expect([a.of('flight').status, a.of('hotel').status, a.of('budget').status]).toEqual([
      'completed',
      'completed',
      'created',
    ]);
  });

  it('a run ends when its last step does, and goes on when a step is reopened', () => {
    const { a } = startTwo();
    const made = ['dates', 'flight', 'budget', 'hotel', 'pack'].map((id) => a.complete(id));
    expect([a.state().status, a.state().finishedAt]).toEqual(['finished', made.at(-1)?.at]);
    a.reopen('pack');
    expect([a.state().status, a.state().finishedAt, a.of('pack').status]).toEqual(['running', null, 'ready']);
  });

  it('a failed last step is not the end of the run', () => {
    const { a } = startTwo();
    for (const id of ['dates', 'flight', 'budget', 'hotel']) a.complete(id);
    a.fail('pack');
    expect(a.state().status).toBe('running');
  });
});

describe('who holds a step', () => {
  it('is whom the definition names: a part, the conductor, or nobody', () => {
    const { a } = startTwo();
    expect([a.of('flight').holder, a.of('budget').holder, a.of('hotel').holder]).toEqual([sam, ana, null]);
    a.do({ kind: 'changeConductor', conductor: leo });
    expect([a.of('budget').holder, a.of('budget').taken]).toEqual([leo, false]);
  });

  it('is whoever was handed it, also in the redo', () => {
    const { a } = startTwo();
    a.do({ kind: 'reassignStep', occurrence: occurrence('dates'), to: leo, note: 'yours' });
    a.complete('dates');
    a.reopen('dates');
    expect(a.of('dates')).toMatchObject({ holder: leo, taken: true, occurrence: { iteration: 2 } });
  });

  it('[E4] one who acts for another is shown with them, and claims for them', () => {
    const { a } = startTwo();
    a.do({ kind: 'claimStep', occurrence: occurrence('dates') }, { onBehalfOf: leo });
    expect(a.of('dates').holder).toBe(leo);
    a.do({ kind: 'completeStep', occurrence: occurrence('dates') }, { onBehalfOf: leo });
    expect(a.of('dates').closedBy).toEqual([leo, ana]);
  });
});

describe('the run log', () => {
  it('[E6] folds from itself alone: version, people and zone travel in it', () => {
    const device = makeDevice(ana);
    device.do(startCommand());
    const { workflow, personById, context } = device.state();
    expect([workflow?.definition.title, personById.get(sam)?.name, context?.zone]).toEqual([
      'Trip',
      'Sam',
      'Europe/Lisbon',
    ]);
    expect(device.state().current.has(stepId('pack'))).toBe(true);
  });
});
