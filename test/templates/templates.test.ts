import { describe, expect, it } from 'vitest';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { computeTopologicalOrder } from '../../src/model/topological-order.ts';
import { templateById, templates } from '../../src/templates/templates.ts';
import { computeRailLayout } from '../../src/views/rail-layout.ts';

describe('templates', () => {
  it.each(templates.map((template) => [template.title, template] as const))(
    '%s is complete: acyclic, every reference known, every part used, every step dated and held',
    (_, template) => {
      expect(computeTopologicalOrder(template.steps)).not.toBeNull();
      const steps = new Set(template.steps.map(({ id }) => id));
      expect(steps.size).toBe(template.steps.length);
      const used = new Set<string>();
      for (const { after, assignee, backup, due, estimate, checklist = [] } of template.steps) {
        for (const { from } of after) expect(steps).toContain(from);
        for (const each of [assignee, backup]) if (each?.kind === 'part') used.add(each.part);
        expect(assignee).toBeDefined();
        expect(estimate).toBeGreaterThan(0);
        if (due?.kind === 'offset' && due.from !== 'runStart')
          expect(template.facts.map(({ id }) => id)).toContain(due.from);
        expect(new Set(checklist.map(({ id }) => id)).size).toBe(checklist.length);
      }
      expect([...used].toSorted()).toEqual(template.parts.map(({ id }) => id).toSorted());
      expect(template.facts.filter(({ anchor }) => anchor)).toHaveLength(1);
    },
  );

  it('no step of a template is due before one that it starts after', () => {
    for (const { steps } of templates) {
      const days = new Map(steps.map(({ id, due }) => [id, due?.kind === 'offset' ? due.days : 0]));
      for (const { id, after } of steps)
        for (const { from } of after) expect(days.get(from)).toBeLessThanOrEqual(days.get(id) ?? 0);
    }
  });

  it('the business trip fits a phone: ten steps on four lanes at most, in the order they are written', () => {
    const [trip] = templates;
    const layout = computeRailLayout(trip?.steps ?? []);
    expect(layout.lanes).toBeLessThanOrEqual(4);
    expect(layout.rows.map(({ step }) => step)).toEqual(trip?.steps.map(({ id }) => id));
    expect(layout.rows).toHaveLength(10);
  });

  it('are found by id, which never changes', () => {
    expect(templateById(asId<WorkflowId>('business-trip'))?.title).toBe('Business trip');
    expect(templateById(asId<WorkflowId>('gone'))).toBeNull();
  });
});
