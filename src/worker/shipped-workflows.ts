/** The workflows that Baton ships, as every device has them before there is anything on it. */
import { layOutSubflows } from '../engine/subflows/lay-out-subflows.ts';
import type { WorkflowLookup } from '../engine/subflows/part.ts';
import type { WorkflowDefinition, WorkflowVersion } from '../model/workflow.ts';
import { templateById, templates } from '../templates/templates.ts';
import type { WorkflowEntry } from '../views/space-snapshot.ts';

export const shipped: readonly WorkflowEntry[] = templates.map((template) =>
  workflowEntry(laidOut(template, templateById), null),
);

export function workflowEntry(
  definition: WorkflowDefinition,
  version: WorkflowVersion | null,
): WorkflowEntry {
  const { id, title, steps, facts, parts } = definition;
  return {
    id,
    title,
    // As a start counts them: what stands in for another step is nobody's before somebody calls upon it.
    stepCount: steps.filter(({ fallbackOf }) => fallbackOf === undefined).length,
    asks: facts.filter(({ anchor, atStart }) => anchor === true || atStart === true),
    facts,
    parts,
    source: version === null ? 'template' : 'saved',
    version,
  };
}

/** As runs pin it, so that what a version brings is told against what runs have [B2]. */
export function laidOut(definition: WorkflowDefinition, workflowById: WorkflowLookup): WorkflowDefinition {
  const laid = layOutSubflows(definition, workflowById);
  return laid.ok ? laid.value : definition;
}
