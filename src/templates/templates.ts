/** The workflows that Baton ships, in the order in which they are offered. */
import type { WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { boardMeeting } from './board-meeting.ts';
import { businessTrip } from './business-trip.ts';
import { contractApproval } from './contract-approval.ts';
import { familyWeek } from './family-week.ts';
import { monthlyReport } from './monthly-report.ts';
import { newClient } from './new-client.ts';
import { newColleague } from './new-colleague.ts';
import { summerCamps } from './summer-camps.ts';

export const templates: readonly WorkflowDefinition[] = [
  businessTrip,
  newClient,
  newColleague,
  summerCamps,
  boardMeeting,
  contractApproval,
  monthlyReport,
  familyWeek,
];

export function templateById(id: WorkflowId): WorkflowDefinition | null {
  return templates.find((template) => template.id === id) ?? null;
}
