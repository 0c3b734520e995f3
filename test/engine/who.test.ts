import { describe, expect, it } from 'vitest';
import { computeNotices } from '../../src/engine/notices.ts';
import { asId, type RoleId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { handLog } from '../support/hand-log.ts';
import {
  ana,
  context,
  leo,
  makeDevice,
  plan,
  sam,
  startPlan,
  startTwo,
  step,
  stepId,
} from '../support/run-bench.ts';

const finance = asId<RoleId>('finance');
const withRole = { ...context, roles: [{ id: finance, name: 'Finance', people: [sam, leo] }] };
const same = (id: string): Partial<StepDefinition> => ({ assignee: { kind: 'sameAs', step: stepId(id) } });

describe('whom a step belongs to', () => {
  it('[O8] a role: nobody until one of its people takes it', () => {
    const a = makeDevice(ana);
    a.do(
      startPlan(plan([step('pay', [], { assignee: { kind: 'role', role: finance } })]), {
        context: withRole,
      }),
    );
    expect(a.of('pay')).toMatchObject({ holder: null, taken: false });
    a.do({ kind: 'claimStep', occurrence: a.of('pay').occurrence }, { actor: sam });
    expect(a.of('pay')).toMatchObject({ holder: sam, taken: true });
  });

  it('[O8] a part that a role plays', () => {
    const a = makeDevice(ana);
    const pay = step('pay', [], { assignee: { kind: 'part', part: 'traveller' } });
    a.do(startPlan(plan([pay]), { context: withRole, parts: {}, partRoles: { traveller: finance } }));
    expect(a.of('pay').holder).toBeNull();
    expect(a.state().partRoles).toEqual({ traveller: finance });
  });

  it('[O8] refuses to start with a role that the space does not have, or with too few voters', () => {
    const a = makeDevice(ana);
    const pay = step('pay', [], { assignee: { kind: 'role', role: finance } });
    expect(a.give(startPlan(plan([pay])))).toMatchObject({
      error: { problems: [{ type: 'unknownRole', step: 'pay', role: finance }] },
    });
    const agree = step('agree', [], {
      kind: 'approval',
      approval: { by: [{ kind: 'role', role: finance }], needed: 3 },
      outcomes: [
        { id: 'approved', name: 'A' },
        { id: 'rejected', name: 'R' },
      ],
    });
    expect(a.give(startPlan(plan([agree]), { context: withRole }))).toMatchObject({
      error: { problems: [{ type: 'tooFewVoters', step: 'agree', needed: 3, voters: 2 }] },
    });
  });

  it('[O9] the same person as: whoever has the other step, then whoever did it, through a row of them', () => {
    const log = handLog([step('a'), step('b', ['a'], same('a')), step('c', ['b'], same('b'))]);
    expect(log.of('c').holder).toBeNull();
    log.tell('step.claimed/1', 'a', {}, { by: sam });
    expect([log.of('b').holder, log.of('c').holder]).toEqual([sam, sam]);
    log.complete('a', undefined, { by: leo });
    expect([log.of('b').holder, log.of('c').holder]).toEqual([leo, leo]);
    log.tell('step.reassigned/1', 'b', { to: ana });
    expect([log.of('b').holder, log.of('c').holder]).toEqual([ana, ana]);
    log.tell('step.reopened/1', 'a', {});
    // Sam had it, and has it again.
    expect(log.of('a').holder).toBe(sam);
    log.tell('step.released/1', 'b', {});
    expect([log.of('b').holder, log.of('c').holder]).toEqual([sam, sam]);
    expect(log.state().current).toEqual(
      new Map([...log.state().current.keys()].map((id) => [id, log.of(id)])),
    );
  });

  it('[O9] a ring of them is nobody, and folds', () => {
    const log = handLog([step('a', [], same('b')), step('b', ['a'], same('a'))]);
    expect([log.of('a').holder, log.of('b').holder]).toEqual([null, null]);
    log.tell('step.claimed/1', 'a', {}, { by: sam });
    expect([log.of('a').holder, log.of('b').holder]).toEqual([sam, sam]);
    log.tell('step.released/1', 'a', {}, { by: sam });
    expect([log.of('a').holder, log.of('b').holder]).toEqual([null, null]);
  });

  it('[O5] not the person who: neither takes it, nor is given it, nor does it; done all the same, it stands and is told', () => {
    const { a, b, meet } = startTwo([step('count'), step('check', ['count'], { notBy: [stepId('count')] })]);
    b.receive(a);
    const check = a.of('check').occurrence;
    b.complete('count');
    // Ana does not know yet that Sam counted, and lets him check on her device.
    a.do({ kind: 'completeStep', occurrence: a.of('count').occurrence }, { actor: leo });
    a.do({ kind: 'completeStep', occurrence: check }, { actor: sam });
    for (const command of [
      { kind: 'claimStep', occurrence: check },
      { kind: 'reassignStep', occurrence: check, to: sam },
      { kind: 'completeStep', occurrence: check },
    ] as const)
      expect(b.give(command)).toMatchObject({ error: { type: 'didItsPart', step: 'check', did: 'count' } });
    expect(b.give({ kind: 'reassignStep', occurrence: check, to: leo })).toMatchObject({ ok: true });
    const state = meet();
    expect(state.current.get(stepId('check'))).toMatchObject({ status: 'completed', closedBy: [sam] });
    expect(computeNotices(state, ana)).toMatchObject([
      { kind: 'didItsPart', alert: 'didItsPart/check//1', by: [sam], did: 'count' },
    ]);
    expect(computeNotices(state, leo).filter(({ kind }) => kind === 'didItsPart')).toEqual([]);
  });
});
