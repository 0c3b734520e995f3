/** The workflows that Baton ships, in the order in which they are offered. */
import type { WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { businessTrip } from './business-trip.ts';

export const templates: readonly WorkflowDefinition[] = [businessTrip];

export function templateById(id: WorkflowId): WorkflowDefinition | null {
  return templates.find((template) => template.id === id) ?? null;
}
