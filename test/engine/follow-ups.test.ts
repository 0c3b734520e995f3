import { describe, expect, it } from 'vitest';
import { computeHandOver, findDueFollowUps } from '../../src/engine/follow-ups/find-due-follow-ups.ts';
import { planToDefinition } from '../../src/engine/plan-changes/plan-to-definition.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import type { FollowUp } from '../../src/model/workflow.ts';
import { date, fact, factId, text } from '../support/fact-values.ts';
import {
  ana,
  board,
  contextWithBoard,
  leo,
  makeDevice,
  occurrence,
  plan,
  sam,
  startPlan,
  step,
  stepId,
  type Device,
} from '../support/run-bench.ts';

const workflow = asId<WorkflowId>('welcome');
const afterwards: FollowUp = { id: 'after', when: { kind: 'finished' }, workflow };
const signed: FollowUp = {
  id: 'signed',
  when: { kind: 'outcome', step: stepId('sign'), outcomes: ['yes'] },
  workflow,
  facts: {
    [factId('client')]: factId('partner'),
    [factId('start')]: factId('day'),
    [factId('rank')]: factId('day'),
  },
  parts: {
    lead: { kind: 'part', part: 'owner' },
    books: { kind: 'conductor' },
    all: { kind: 'role', role: board },
  },
};
const called: FollowUp = { id: 'called', when: { kind: 'cancelled' }, workflow };

function start(followUps: readonly FollowUp[] = [signed, afterwards, called]): Device {
  const device = makeDevice(ana);
  const outcomes = ['yes', 'no'].map((id) => ({ id, name: id }));
  const contract = {
    ...plan([step('sign', [], { kind: 'decision', outcomes }), step('file', ['sign'])], {
      facts: [fact('partner'), fact('day', 'date')],
      followUps,
    }),
    parts: ['owner', 'same'].map((id) => ({ id, name: id })),
  };
  const facts = { [factId('partner')]: text('Acme'), [factId('day')]: date('2026-05-01') };
  device.do(startPlan(contract, { parts: { owner: sam, same: leo }, facts, context: contextWithBoard }));
  return device;
}

const sign = (device: Device, outcome: string): unknown =>
  device.do({ kind: 'completeStep', occurrence: occurrence('sign'), outcome });
const due = (device: Device): readonly string[] => findDueFollowUps(device.state()).map(({ id }) => id);

describe('what follows a run', () => {
  it('[L1] follows once it is finished, or finished with that outcome, and nothing before', () => {
    const device = start();
    sign(device, 'yes');
    expect(due(device)).toEqual([]);
    device.complete('file');
    expect(due(device)).toEqual(['signed', 'after']);
    const other = start();
    sign(other, 'no');
    other.do({ kind: 'finishRun' });
    expect(due(other)).toEqual(['after']);
    other.do({ kind: 'resumeRun' });
    expect(due(other)).toEqual([]);
  });

  it('[L1] does not follow a run that a person called off, unless that is what it follows', () => {
    const device = start();
    sign(device, 'yes');
    device.do({ kind: 'cancelRun' });
    expect(due(device)).toEqual(['called']);
  });

  it('[L2] is handed facts of the same kind, people, and who conducts', () => {
    const device = start();
    expect(computeHandOver(device.state(), signed, { parts: [], facts: [] })).toBeNull();
    sign(device, 'yes');
    device.complete('file');
    device.do({ kind: 'setFact', fact: factId('partner'), value: text('Acme & Sons') });
    const next = {
      parts: ['lead', 'books', 'same', 'all', 'nobody'].map((id) => ({ id, name: id })),
      facts: [fact('client'), fact('start', 'date'), fact('rank', 'number'), fact('other')],
    };
    expect(computeHandOver(device.state(), signed, next)).toEqual({
      at: device.state().finishedAt,
      conductor: ana,
      parts: { lead: sam, books: ana, same: leo },
      partRoles: { all: board },
      facts: { client: text('Acme & Sons'), start: date('2026-05-01') },
    });
  });

  it('[L3] is chosen and taken away while the run goes on, and that can be taken back', () => {
    const device = start([]);
    const before = device.state();
    device.do({ kind: 'setFollowUp', id: 'after', followUp: afterwards });
    expect(device.state().followUps).toEqual([afterwards]);
    expect(device.do({ kind: 'setFollowUp', id: 'after', followUp: afterwards })).toEqual([]);
    const away = { kind: 'setFollowUp', id: 'after', followUp: null } as const;
    expect(computeUndo({ ...away, followUp: afterwards }, before)).toEqual([away]);
    expect(computeUndo(away, device.state())).toEqual([{ ...away, followUp: afterwards }]);
    expect(planToDefinition(device.state())?.followUps).toEqual([afterwards]);
    device.do(away);
    expect(device.state().followUps).toEqual([]);
    expect(Object.keys(planToDefinition(device.state()) ?? {})).not.toContain('followUps');
  });

  it('[L3] is refused when it hands over what is not there, or the run is over', () => {
    const device = start([]);
    const lost = { ...afterwards, facts: { [factId('client')]: factId('gone') } };
    expect(device.give({ kind: 'setFollowUp', id: 'after', followUp: lost })).toMatchObject({
      error: { type: 'invalidWorkflow', problems: [{ type: 'badFollowUp' }] },
    });
    expect(device.give({ kind: 'setFollowUp', id: 'other', followUp: afterwards })).toMatchObject({
      error: { type: 'unreadableInput' },
    });
    device.do({ kind: 'finishRun' });
    expect(device.give({ kind: 'setFollowUp', id: 'after', followUp: afterwards }).ok).toBe(false);
  });

  it('[L3] is not kept for next time when it hangs on a step that was taken out', () => {
    const device = start([signed, afterwards]);
    device.do({ kind: 'changePlan', operations: [{ kind: 'removeStep', step: stepId('sign') }] });
    expect(planToDefinition(device.state())?.followUps).toEqual([afterwards]);
  });
});
