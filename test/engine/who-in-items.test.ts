import { describe, expect, it } from 'vitest';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { OccurrenceState } from '../../src/engine/run-state.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { ben, campPlan, campSteps, mia, startCamps } from '../support/camps.ts';
import { ana, type Device, leo, sam, step, stepId } from '../support/run-bench.ts';

const outcomes = [
  { id: 'approved', name: 'Approved' },
  { id: 'rejected', name: 'Rejected' },
];

/** The usual camps, with some steps said otherwise. */
function camps(changes: Readonly<Record<string, Partial<StepDefinition>>>): readonly StepDefinition[] {
  return campSteps.map((each) => ({ ...each, ...changes[each.id] }));
}

const at = (device: Device, place: string): OccurrenceState =>
  device.state().current.get(asId<StepId>(place)) as OccurrenceState;

function chosenBy(device: Device, place: string, person: typeof ana): void {
  device.do({ kind: 'completeStep', occurrence: at(device, place).occurrence }, { actor: person });
}

describe('whom the steps of an item belong to', () => {
  it('[O9] [J6] the same person as does the same item', () => {
    const a = startCamps(
      campPlan({}, camps({ pay: { assignee: { kind: 'sameAs', step: stepId('choose') } } })),
    );
    a.complete('ask');
    chosenBy(a, 'choose/mia', sam);
    chosenBy(a, 'choose/ben', leo);
    expect([at(a, 'pay/mia').holder, at(a, 'pay/ben').holder]).toEqual([sam, leo]);
  });

  it('[O5] [J6] not the person who: of the same item within it, of any item after it', () => {
    const a = startCamps(
      campPlan(
        {},
        camps({
          register: { notBy: [stepId('choose')] },
          clash: { notBy: [stepId('choose')] },
        }),
      ),
    );
    a.complete('ask');
    chosenBy(a, 'choose/mia', sam);
    chosenBy(a, 'choose/ben', leo);
    const register = (place: string, actor: typeof ana) =>
      a.give({ kind: 'completeStep', occurrence: at(a, place).occurrence, outcome: 'in' }, { actor });
    expect(register('register/mia', sam)).toMatchObject({
      error: { type: 'didItsPart', step: 'register/mia', did: 'choose/mia' },
    });
    expect([register('register/mia', leo).ok, register('register/ben', sam).ok]).toEqual([true, true]);
    const claim = (actor: typeof ana) =>
      a.give({ kind: 'claimStep', occurrence: at(a, 'clash').occurrence }, { actor });
    expect([claim(sam).ok, claim(leo).ok, claim(ana).ok]).toEqual([false, false, true]);
  });

  it('[O1] [O7] [J6] votes of one item decide and send back that item alone', () => {
    const agree = step('register', ['choose'], {
      kind: 'approval',
      approval: {
        by: [{ kind: 'sameAs', step: stepId('choose') }, { kind: 'conductor' }],
        needed: 1,
        veto: true,
      },
      outcomes: [outcomes[0]!, { ...outcomes[1]!, redo: { section: 'choice', atMost: 2 } }],
    });
    const pay = step('pay', [], { after: [{ from: stepId('register'), outcomes: ['approved'] }] });
    const a = startCamps(campPlan({}, camps({ register: agree, pay })), [mia, ben]);
    a.complete('ask');
    chosenBy(a, 'choose/mia', sam);
    chosenBy(a, 'choose/ben', leo);
    const votersOf = (place: string) => at(a, place).approval?.voters.map(({ person }) => person);
    expect([votersOf('register/mia'), votersOf('register/ben')]).toEqual([
      [sam, ana],
      [leo, ana],
    ]);
    const vote = (place: string, how: 'approve' | 'reject', actor: typeof ana) =>
      a.do({ kind: 'vote', occurrence: at(a, place).occurrence, vote: how, note: 'Too dear' }, { actor });
    vote('register/ben', 'approve', leo);
    vote('register/mia', 'reject', ana);
    expect(at(a, 'register/ben')).toMatchObject({ status: 'completed', outcome: 'approved' });
    expect(at(a, 'pay/ben').status).toBe('ready');
    expect(at(a, 'choose/mia')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    expect(at(a, 'choose/ben').occurrence.iteration).toBe(1);
  });

  it('[O9] [J6] nothing outside is the same as a step that is done once an item', () => {
    const elsewhere = camps({ clash: { assignee: { kind: 'sameAs', step: stepId('choose') } } });
    expect(validateWorkflow(campPlan({}, elsewhere))).toMatchObject({
      error: { problems: [{ type: 'sameAsNotBefore', step: 'clash', as: 'choose' }] },
    });
    const within = camps({ pay: { backup: { kind: 'sameAs', step: stepId('choose') } } });
    expect(validateWorkflow(campPlan({}, within)).ok).toBe(true);
  });
});
