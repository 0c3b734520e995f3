import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { contractApproval } from '../../src/templates/contract-approval.ts';
import { monthlyReport } from '../../src/templates/monthly-report.ts';
import { date, instant, text } from '../support/fact-values.ts';
import { ana, context, type Device, makeDevice, occurrence } from '../support/run-bench.ts';

const day = date('2026-03-23');
const at = (time: string): FactValue => instant(`2026-03-22T${time}:00Z`, 'Europe/Lisbon');

function start(definition: WorkflowDefinition, facts: Readonly<Record<string, FactValue>>): Device {
  const device = makeDevice(ana);
  device.do({
    kind: 'startRun',
    title: definition.title,
    workflow: { number: 1, hash: '00', definition },
    conductor: ana,
    parts: Object.fromEntries(definition.parts.map(({ id }) => [id, ana])),
    facts,
    context,
    alreadyDone: [],
  });
  return device;
}

interface Ending {
  readonly outcome?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
}

function complete(id: string, ending: Ending = {}, iteration = 1): Command {
  return { kind: 'completeStep', occurrence: occurrence(id, iteration), ...ending };
}

function set(device: Device, fact: string, value: FactValue): void {
  device.do({ kind: 'setFact', fact: asId<FactId>(fact), value });
}

const approved = { outcome: 'approved' };

function vote(device: Device, id: string, how: 'approve' | 'reject' = 'approve'): void {
  device.do({ kind: 'vote', occurrence: device.of(id).occurrence, vote: how });
}

describe('the contract approval, run', () => {
  const worth = (number: number): FactValue => ({ kind: 'number', number });

  it('[J1] leaves finance out of a small contract, and sends it once the others approved', () => {
    const device = start(contractApproval, { 'sign-by': day, worth: worth(9999) });
    device.do(complete('draft', { facts: { version: text('1') } }));
    expect(device.of('finance-review')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'condition' });
    vote(device, 'legal-review');
    expect(device.of('send').status).toBe('created');
    vote(device, 'owner-review');
    expect(device.of('send').status).toBe('ready');
  });

  it('[J4] lets nobody send it over the head of whoever checks the wording', () => {
    const device = start(contractApproval, { 'sign-by': day, worth: worth(20_000) });
    device.complete('draft');
    for (const id of ['finance-review', 'owner-review']) vote(device, id);
    expect(device.give(complete('send'))).toMatchObject({
      error: { type: 'enforcedSteps', steps: ['legal-review'] },
    });
  });

  it('[J5] goes back to the draft when anybody wants changes, and asks everybody again', () => {
    const device = start(contractApproval, { 'sign-by': day, worth: worth(20_000) });
    device.do(complete('draft', { facts: { version: text('1') } }));
    vote(device, 'owner-review');
    vote(device, 'legal-review', 'reject');
    expect(device.of('draft')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
    device.do(complete('draft', { facts: { version: text('2') } }, 2));
    for (const id of ['legal-review', 'finance-review', 'owner-review']) {
      expect([id, device.of(id).status]).toEqual([id, 'ready']);
      vote(device, id);
    }
    expect(device.of('owner-review').occurrence.iteration).toBe(1);
    expect(device.of('send').status).toBe('ready');
  });

  it('[O4] asks again whoever approved another draft', () => {
    const device = start(contractApproval, { 'sign-by': day, worth: worth(1) });
    device.do(complete('draft', { facts: { version: text('1') } }));
    for (const id of ['legal-review', 'owner-review']) vote(device, id);
    set(device, 'version', text('1b'));
    expect([device.of('legal-review').status, device.of('send').status]).toEqual(['ready', 'created']);
  });

  it('[F4] asks about the renewal ninety days before it, less two weeks', () => {
    const device = start(contractApproval, { 'sign-by': day, worth: worth(1) });
    device.complete('draft');
    for (const id of ['legal-review', 'owner-review']) vote(device, id);
    for (const id of ['send', 'signature', 'file-it']) device.complete(id);
    device.do(complete('renewal-date', { facts: { renewal: { kind: 'date', date: '2027-03-31' } } }));
    // 90 days before is 31 December, in Lisbon's winter time.
    expect(device.of('notice').startsAt).toBe(Date.parse('2026-12-17T09:00:00Z'));
    device.do(complete('notice', { outcome: 'keep' }));
    expect(device.state().status).toBe('finished');
  });
});

describe('the monthly report, run', () => {
  const number = (value: number): FactValue => ({ kind: 'number', number: value });
  const arrived = (id: string, value: number): Command =>
    complete(id, { outcome: 'in', facts: { [id]: number(value) } });

  it('[J2] begins to reconcile with two numbers of three, by the third working day', () => {
    // The 23rd of March 2026 is a Monday.
    const device = start(monthlyReport, { begins: day });
    const due = (id: string): string | undefined =>
      new Date(device.of(id).dueAt ?? Number.NaN).toISOString().slice(0, 10);
    expect([due('income'), due('reconcile'), due('draft'), due('publish')]).toEqual([
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
      '2026-03-31',
    ]);
    device.do(arrived('income', 100));
    expect(device.of('reconcile').status).toBe('created');
    device.do(complete('costs', { outcome: 'missing', facts: { costs: number(60) } }));
    expect(device.of('reconcile').status).toBe('ready');
  });

  it('[F1] asks who reconciled to look again when a number comes after all', () => {
    const device = start(monthlyReport, { begins: day });
    device.do(arrived('income', 100));
    device.do(complete('costs', { outcome: 'missing', facts: { costs: number(60) } }));
    device.do(arrived('hours', 320));
    device.do(complete('reconcile', { facts: { result: number(40) } }));
    device.do(complete('draft'));
    expect(device.of('approve').dueAt).not.toBeNull();
    set(device, 'costs', number(70));
    expect([device.of('reconcile').validity, device.of('draft').validity]).toEqual(['recheck', 'recheck']);
    set(device, 'costs', number(60));
    expect(device.of('reconcile').validity).toBe('fresh');
  });
});
