/** The workflows that Baton ships. A template is here only when every part of it can be run. */
import type { WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { makeBusinessTrip } from './business-trip.ts';
import { businessTripTexts } from './business-trip-texts.ts';

export const templates: readonly WorkflowDefinition[] = [makeBusinessTrip(businessTripTexts.en)];

export function templateById(id: WorkflowId): WorkflowDefinition | null {
  return templates.find((template) => template.id === id) ?? null;
}
