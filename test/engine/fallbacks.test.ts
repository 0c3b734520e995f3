import { describe, expect, it } from 'vitest';
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { previewClosing } from '../../src/engine/preview.ts';
import {
  computeSuppliers,
  findStillToSay,
  isFactConfirmed,
} from '../../src/engine/facts/is-fact-confirmed.ts';
import { fact, number } from '../support/fact-values.ts';
import { ana, occurrence, plan, startTwo, step, stepId } from '../support/run-bench.ts';

const steps = [
  step('hotel', [], { due: { kind: 'date', date: '2026-03-05', time: '17:00' } }),
  step('other', [], { fallbackOf: stepId('hotel') }),
  step('transfer', ['hotel', 'other']),
];
const due = Date.UTC(2026, 2, 5, 17);
const twoDays = due + 1 + 2 * 86_400_000;
const callUpon = { kind: 'openFallback', occurrence: occurrence('other') } as const;

describe('a fallback', () => {
  it('[X5] is nobody’s turn until a person calls upon it, whatever the time', () => {
    const { a } = startTwo(steps);
    expect(a.of('other')).toMatchObject({ status: 'created', dormant: true, readyAt: null });
    const offer = computeAlerts(a.state(), twoDays).alerts.find(({ rung }) => rung === 'offerFallback');
    expect(offer?.ways[0]).toEqual({ kind: 'fallback', step: 'other', command: callUpon });
    expect(a.of('other').status).toBe('created');
    a.do(callUpon);
    expect(a.of('other')).toMatchObject({ status: 'ready', dormant: false });
    expect(a.of('hotel').status).toBe('ready');
    expect(computeAlerts(a.state(), twoDays).alerts.some(({ rung }) => rung === 'offerFallback')).toBe(false);
  });

  it('[X5] is never late before somebody calls upon it, and is like any other from then on', () => {
    const { a } = startTwo(
      steps.map((each) =>
        each.id === 'other' ? { ...each, due: { kind: 'date' as const, date: '2026-03-04' } } : each,
      ),
    );
    const late = (now: number): readonly string[] => [...computeTimed(a.state(), now).late];
    expect(late(due)).toEqual([]);
    expect(computeTimed(a.state(), due - 3 * 86_400_000).nextWakeAt).toBe(due + 1);
    a.do(callUpon);
    expect(late(due)).toEqual(['other//1']);
  });

  it('[F7] says for now what its step is still to say, and so is all that rests on it', () => {
    const figure = fact('figure', 'number');
    const writes = [figure.id];
    const { a } = startTwo(
      [
        step('numbers', [], { writes }),
        step('last-month', [], { fallbackOf: stepId('numbers'), writes }),
        step('sum', [], { reads: [{ fact: figure.id }] }),
        step('report', ['sum']),
      ],
      { facts: [figure] },
    );
    const say = (id: string, value: number): unknown =>
      a.do({ kind: 'completeStep', occurrence: occurrence(id), facts: { [figure.id]: number(value) } });
    const validity = (): readonly string[] => ['last-month', 'sum', 'report'].map((id) => a.of(id).validity);
    // Nobody is asked for it who has not been called upon.
    expect(computeSuppliers(a.state(), figure.id)).toEqual([ana]);
    say('last-month', 10);
    a.complete('sum');
    a.complete('report');
    expect(validity()).toEqual(['provisional', 'provisional', 'provisional']);
    expect(findStillToSay(a.state(), figure.id)).toBe('numbers');
    expect(isFactConfirmed(a.state(), figure.id)).toBe(false);
    say('numbers', 12);
    expect(validity()).toEqual(['fresh', 'recheck', 'provisional']);
    a.do({ kind: 'recheckStep', occurrence: occurrence('sum') });
    expect(validity()).toEqual(['fresh', 'fresh', 'fresh']);
    expect([findStillToSay(a.state(), figure.id), isFactConfirmed(a.state(), figure.id)]).toEqual([
      null,
      true,
    ]);
    a.reopen('numbers');
    expect(validity()).toEqual(['provisional', 'provisional', 'provisional']);
  });

  it('[F7] holds once the step that it stands in for is let go, and is nothing for now where it says something else', () => {
    const [figure, note] = [fact('figure', 'number'), fact('note')];
    const { a } = startTwo(
      [
        step('numbers', [], { writes: [figure.id] }),
        step('last-month', [], { fallbackOf: stepId('numbers'), writes: [figure.id] }),
        step('excuse', [], { fallbackOf: stepId('numbers'), writes: [note.id] }),
      ],
      { facts: [figure, note] },
    );
    a.do({ kind: 'completeStep', occurrence: occurrence('last-month'), facts: { [figure.id]: number(10) } });
    a.complete('excuse');
    expect([a.of('last-month').validity, a.of('excuse').validity]).toEqual(['provisional', 'fresh']);
    a.skip('numbers');
    expect(a.of('last-month').validity).toBe('fresh');
    expect(a.state().status).toBe('finished');
  });

  it('is let go when its step ends without it, and stands in when it fails', () => {
    const { a, b } = startTwo(steps);
    expect(previewClosing(a.state(), stepId('hotel'), { kind: 'complete' })).toMatchObject({
      ready: ['transfer'],
      withdrawn: ['other'],
    });
    a.complete('hotel');
    expect(a.of('other')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'unusedFallback' });
    expect(a.of('transfer').status).toBe('ready');
    b.fail('hotel');
    expect(b.of('other')).toMatchObject({ status: 'created', dormant: true });
    b.do(callUpon);
    b.complete('other');
    b.skip('hotel');
    expect(b.of('transfer').status).toBe('ready');
  });

  it('may be put back while nobody has begun it, and calling upon it may be taken back', () => {
    const { a } = startTwo(steps);
    const undo = computeUndo(callUpon, a.state());
    a.do(callUpon);
    for (const command of undo) a.do(command);
    expect(a.of('other').dormant).toBe(true);
    a.do(callUpon);
    a.do({ kind: 'startStep', occurrence: occurrence('other') });
    expect(a.do({ kind: 'closeFallback', occurrence: occurrence('other') })).toEqual([]);
  });

  it('cannot be begun before it is called upon, is in nobody’s way meanwhile, and can be done all the same', () => {
    const { a } = startTwo(steps);
    expect(a.give({ kind: 'startStep', occurrence: occurrence('other') })).toMatchObject({
      error: { type: 'fallbackAsleep' },
    });
    expect(a.give({ kind: 'openFallback', occurrence: occurrence('hotel') })).toMatchObject({
      error: { type: 'notAFallback' },
    });
    expect(a.give({ kind: 'completeStep', occurrence: occurrence('transfer') })).toMatchObject({
      error: { type: 'stepsInTheWay', steps: ['hotel'] },
    });
    a.complete('other');
    expect(a.of('other').status).toBe('completed');
  });

  it('fallback ∥ put back: the later holds, on both', () => {
    const { a, b, meet } = startTwo(steps);
    a.do(callUpon);
    b.receive(a);
    b.do({ kind: 'closeFallback', occurrence: occurrence('other') });
    a.do({ kind: 'startStep', occurrence: occurrence('other') });
    meet();
    expect(a.of('other').status).toBe('inProgress');
    expect(b.of('other')).toEqual(a.of('other'));
  });

  it('is refused in a plan where it leads to its own step, waits for it, or stands in for nothing', () => {
    const problemsOf = (...more: Parameters<typeof plan>[0][number][]) => {
      const made = validateWorkflow(plan(more));
      return made.ok ? [] : made.error.problems.map(({ type }) => type);
    };
    const [hotel, other] = [stepId('hotel'), stepId('other')];
    expect(problemsOf(step('hotel', ['other']), step('other', [], { fallbackOf: hotel }))).toEqual(['cycle']);
    expect(problemsOf(step('hotel'), step('other', ['hotel'], { fallbackOf: hotel }))).toEqual([
      'badFallback',
    ]);
    expect(problemsOf(step('hotel'), step('other', [], { fallbackOf: stepId('x') }))).toEqual([
      'unknownFallback',
    ]);
    expect(
      problemsOf(
        step('hotel'),
        step('other', [], { fallbackOf: hotel }),
        step('third', [], { fallbackOf: other }),
      ),
    ).toEqual(['badFallback']);
    const rung = { from: 'ready', after: 0, action: 'offerFallback' } as const;
    expect(problemsOf(step('hotel', [], { ifStalls: [rung] }))).toEqual(['noFallback']);
    expect(problemsOf(step('hotel', [], { ifStalls: [{ ...rung, from: 'due', action: 'remind' }] }))).toEqual(
      ['ladderWithoutDue'],
    );
  });
});
