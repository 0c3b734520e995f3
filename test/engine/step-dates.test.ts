/** Dates in a running run that count from another step, in working days, or in working time. */
import { describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/model/person.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import {
  ana,
  context,
  type Device,
  makeDevice,
  occurrence,
  plan,
  sam,
  startCommand,
  step,
  stepId,
} from '../support/run-bench.ts';

const from = (id: string, more: object = {}) => ({
  kind: 'offset' as const,
  from: { step: stepId(id) },
  days: 0,
  ...more,
});
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** Thursday evening in Lisbon. */
const thursday = Date.parse('2026-11-26T17:00:00Z');

/** What the device's clock says. */
let clock = thursday;

function start(steps: readonly StepDefinition[], more: Partial<RunContext> = {}): Device {
  clock = thursday;
  const device = makeDevice(ana, ana, () => clock);
  device.do({ ...startCommand(steps), context: { ...context, ...more } });
  return device;
}

describe('a date that counts from another step', () => {
  const steps = [
    step('draft'),
    step('approve', ['draft'], { due: from('draft', { workingDays: 1, time: '18:00' }) }),
    step('send', ['approve'], {
      due: from('draft', { minutes: 90 }),
      start: from('approve', { minutes: 30 }),
    }),
  ];

  it('is unknown until that is done, moves with its redo, and stands when it was skipped', () => {
    const device = start(steps);
    expect(device.of('approve').dueAt).toBeNull();
    device.complete('draft');
    const done = device.of('draft').closedAt ?? Number.NaN;
    expect(iso(device.of('approve').dueAt)).toBe('2026-11-27T18:00:00.000Z');
    expect(device.of('send').dueAt).toBe(done + 90 * 60_000);
    device.do({ kind: 'reopenStep', occurrence: occurrence('draft') });
    expect(device.of('approve').dueAt).toBeNull();
    clock = thursday + 86_400_000;
    device.do({ kind: 'skipStep', occurrence: occurrence('draft', 2) });
    // Friday and one working day are Monday.
    expect(iso(device.of('approve').dueAt)).toBe('2026-11-30T18:00:00.000Z');
  });

  it('holds a start back from when that was done', () => {
    const device = start(steps);
    device.complete('draft');
    device.complete('approve');
    const done = device.of('approve').closedAt ?? Number.NaN;
    expect(device.of('send')).toMatchObject({ status: 'ready', startsAt: done + 30 * 60_000 });
  });

  it('is refused when that does not come before it', () => {
    const late = plan([
      step('a', [], { due: from('b') }),
      step('b', ['a']),
      step('c', ['b'], { start: from('c') }),
      step('d', [], { due: from('gone') }),
    ]);
    const result = validateWorkflow(late);
    const problems = result.ok ? [] : result.error.problems;
    expect(problems.map((problem) => workflowProblemToMessage(problem))).toEqual([
      'step "a" counts a date from "b", which does not come before it',
      'step "c" counts a date from "c", which does not come before it',
      'step "d" counts a date from "gone", which does not come before it',
    ]);
  });
});

describe('working days and working time in a run', () => {
  const office = { from: '09:00', to: '17:00' };
  const people = context.people.map((person) =>
    person.id === sam
      ? { ...person, workingHours: [office, office, office, office, null, null, null] }
      : person,
  );
  const mine = { assignee: { kind: 'person' as const, person: sam } };
  const wait = { from: stepId('a'), lag: 120, working: true };

  it('are those of whom the plan names, and move when that is somebody else or a holiday comes', () => {
    const due = { kind: 'offset' as const, from: 'runStart' as const, days: 0, workingDays: 1 };
    const device = start(
      [step('a', [], { due, ...mine }), step('b', [], { due, assignee: { kind: 'conductor' } })],
      { people },
    );
    expect([device.of('a').dueAt, device.of('b').dueAt].map(iso)).toEqual([
      '2026-11-30T23:59:59.999Z',
      '2026-11-27T23:59:59.999Z',
    ]);
    device.do({ kind: 'changeConductor', conductor: sam });
    expect(device.of('b').dueAt).toBe(device.of('a').dueAt);
    device.do({ kind: 'setContext', context: { ...context, people, holidays: ['2026-11-30'] } });
    expect(iso(device.of('a').dueAt)).toBe('2026-12-01T23:59:59.999Z');
  });

  it('[J4] [X6] a lag of working time waits for the working day, and stands still while the run is suspended', () => {
    const device = start([step('a'), { ...step('b', [], mine), after: [wait] }], { people });
    clock = thursday - 60 * 60_000;
    device.complete('a');
    // An hour is left of Thursday, Friday is free, and so is the weekend.
    expect(iso(device.of('b').startsAt)).toBe('2026-11-30T10:00:00.000Z');
    clock = Date.parse('2026-11-30T09:00:00Z');
    device.do({ kind: 'suspendRun' });
    clock = Date.parse('2026-11-30T11:00:00Z');
    device.do({ kind: 'resumeRun' });
    expect(iso(device.of('b').startsAt)).toBe('2026-11-30T12:00:00.000Z');
  });
});
