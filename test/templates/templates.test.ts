import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { factsOfContact } from '../../src/model/contact-text.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { asId, type FactId, type WorkflowId } from '../../src/model/ids.ts';
import { factOfRule } from '../../src/model/date-origin.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { contractApproval } from '../../src/templates/contract-approval.ts';
import { templateById, templates } from '../../src/templates/templates.ts';
import { computeRailLayout } from '../../src/views/rail-layout.ts';
import { layOutTemplate } from '../support/begin-template.ts';

function stepOf({ steps }: WorkflowDefinition, id: string): StepDefinition {
  const found = steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
}

function readsOf(step: StepDefinition): readonly FactId[] {
  return (step.reads ?? []).map(({ fact }) => fact);
}

/** Facts that a step needs besides those that it reads. */
function dateFactsOf({ start, due, onlyIf }: StepDefinition): readonly string[] {
  const fromRules = [start, due].flatMap((rule) => factOfRule(rule) ?? []);
  return [...fromRules, ...(onlyIf === undefined ? [] : [onlyIf.fact])];
}

describe.each(templates.map((template) => [template.title, template] as const))('%s', (_, template) => {
  const whole = layOutTemplate(template);

  it('has nothing wrong with it and reads back as it was written', () => {
    expect(validateWorkflow(template)).toEqual({ ok: true, value: null });
    expect(decodeWorkflowDefinition(JSON.parse(canonicalJson(template)))).toEqual({
      ok: true,
      value: template,
    });
    expect(validateWorkflow(whole)).toEqual({ ok: true, value: null });
  });

  it('uses every part, and every step is held and takes time', () => {
    const used = new Set<string>();
    for (const { assignee, backup, approval, contact, estimate, due, checklist = [] } of whole.steps) {
      for (const each of [assignee, backup, contact?.to, ...(approval?.by ?? [])])
        if (each?.kind === 'part') used.add(each.part);
      expect(assignee ?? approval).toBeDefined();
      expect(due).toBeDefined();
      expect(estimate).toBeGreaterThan(0);
      expect(new Set(checklist.map(({ id }) => id)).size).toBe(checklist.length);
    }
    expect([...used].toSorted()).toEqual(whole.parts.map(({ id }) => id).toSorted());
  });

  it('reads every fact that it writes to somebody, so that a change of it is told', () => {
    for (const step of whole.steps.filter(({ kind }) => kind === 'contact'))
      expect(factsOfContact(step.contact ?? {}).filter((fact) => !readsOf(step).includes(fact))).toEqual([]);
  });

  it('uses every fact: somebody supplies it, and something rests on it', () => {
    const supplied = new Set<string>(whole.steps.flatMap(({ writes = [] }) => writes));
    const needed = new Set<string>(whole.steps.flatMap((step) => [...readsOf(step), ...dateFactsOf(step)]));
    for (const { facts = {} } of whole.followUps ?? [])
      for (const fact of Object.values(facts)) needed.add(fact);
    for (const { derived } of whole.facts) if (derived !== undefined) needed.add(derived.from);
    for (const { id, atStart, derived } of whole.facts) {
      expect([id, supplied.has(id) || atStart === true || derived !== undefined]).toEqual([id, true]);
      expect([id, needed.has(id)]).toEqual([id, true]);
    }
    expect(whole.facts.filter(({ anchor }) => anchor)).toHaveLength(1);
  });

  it('[J5] redoes every section, and no step of one that cannot be done again', () => {
    const redone = template.steps.flatMap(({ outcomes = [] }) =>
      outcomes.flatMap(({ redo }) => redo?.section ?? []),
    );
    // What is done once an item is no reason to do it again.
    const sections = (template.sections ?? []).filter(({ perItem }) => perItem === undefined);
    expect([...new Set(redone)].toSorted()).toEqual(sections.map(({ id }) => id).toSorted());
    for (const { steps } of sections)
      for (const id of steps) expect(stepOf(template, id).irreversible).toBeUndefined();
  });

  it('[O1] lets every vote be a part of somebody, and either way lead on', () => {
    for (const { kind, approval, outcomes = [] } of template.steps) {
      if (kind !== 'approval') continue;
      expect(approval?.by.every((who) => who.kind === 'part')).toBe(true);
      expect(outcomes.map(({ id }) => id)).toEqual(['approved', 'rejected']);
    }
  });

  it('lists first the outcome that goes on', () => {
    for (const { outcomes = [] } of template.steps) expect(outcomes[0]?.redo).toBeUndefined();
  });

  it('has no step due before one that it starts after, where both count from one day', () => {
    const dueById = new Map(whole.steps.map(({ id, due }) => [id, due]));
    for (const { due, after } of whole.steps) {
      for (const { from } of after) {
        const before = dueById.get(from);
        if (due?.kind !== 'offset' || before?.kind !== 'offset' || due.from !== before.from) continue;
        expect(before.days).toBeLessThanOrEqual(due.days);
      }
    }
  });

  it('fits a phone: four lanes at most, in the order in which it is written', () => {
    const layout = computeRailLayout(template.steps);
    expect(layout.lanes).toBeLessThanOrEqual(4);
    expect(layout.rows.map(({ step }) => step)).toEqual(template.steps.map(({ id }) => id));
  });
});

describe('the business trip', () => {
  it('has the transfer rest on the landing and the check-in, and the dinner on neither', () => {
    const transfer = stepOf(businessTrip, 'airport-transfer');
    expect(transfer.reads).toEqual([
      { fact: 'arrival', tolerance: 15 },
      { fact: 'check-in', optional: true },
    ]);
    expect(readsOf(stepOf(businessTrip, 'board-dinner'))).toEqual(['meeting-end']);
  });

  it('[F5] is held up by one missing fact only: when the flight lands', () => {
    const required = businessTrip.steps.flatMap(({ reads = [] }) =>
      reads.filter((read) => read.optional !== true).map(({ fact }) => fact),
    );
    expect(required).toEqual(['arrival']);
    expect(businessTrip.steps).toHaveLength(11);
  });
});

describe('the contract approval', () => {
  it('sends after all that were asked approved, and never over the head of whoever checks the wording', () => {
    expect(stepOf(contractApproval, 'send').after).toEqual([
      { from: 'legal-review', outcomes: ['approved'], strength: 'enforced' },
      { from: 'finance-review', outcomes: ['approved'] },
      { from: 'owner-review', outcomes: ['approved'] },
    ]);
    expect(stepOf(contractApproval, 'finance-review').onlyIf).toMatchObject({ is: 'atLeast' });
  });

  it('asks everybody who approved again once there is a new draft', () => {
    const readers = contractApproval.steps.filter((step) => readsOf(step).includes(asId<FactId>('version')));
    expect(readers.map(({ id }) => id)).toEqual(['legal-review', 'finance-review', 'owner-review', 'send']);
  });
});

describe('templates', () => {
  it('are found by id, which never changes', () => {
    expect(templates.map(({ id }) => id)).toEqual([
      'business-trip',
      'new-client',
      'new-colleague',
      'summer-camps',
      'board-meeting',
      'contract-approval',
      'monthly-report',
      'family-week',
    ]);
    expect(templateById(asId<WorkflowId>('business-trip'))?.title).toBe('Business trip');
    expect(templateById(asId<WorkflowId>('gone'))).toBeNull();
  });
});
