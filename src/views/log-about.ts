/** What a line of the log is about, as people look for it. */
export type LogAbout = 'handOffs' | 'changes' | 'problems';

const byType: Readonly<Record<string, LogAbout>> = {
  'step.claimed': 'handOffs',
  'step.released': 'handOffs',
  'step.reassigned': 'handOffs',
  'step.completed': 'handOffs',
  'step.compensationReassigned': 'handOffs',
  'run.conductorChanged': 'handOffs',
  'nudge.sent': 'handOffs',
  'approval.approve': 'handOffs',
  'fact.set': 'changes',
  'run.patched': 'changes',
  'run.ladderSet': 'changes',
  'run.flowAdded': 'changes',
  'run.followUpSet': 'changes',
  'run.followUpDropped': 'changes',
  'step.reopened': 'changes',
  'step.amended': 'changes',
  'step.calledUpon': 'changes',
  'step.putBack': 'changes',
  'item.added': 'changes',
  'item.closed': 'changes',
  'item.reopened': 'changes',
  'item.renamed': 'changes',
  'conflict.resolved': 'changes',
  'step.failed': 'problems',
  'step.skipped': 'problems',
  'step.cancelled': 'problems',
  'step.paused': 'problems',
  'step.compensationFailed': 'problems',
  'step.waitingStarted': 'problems',
  'approval.reject': 'problems',
  'run.cancelled': 'problems',
  'run.suspended': 'problems',
};

/** Null: none of the three. */
export function aboutOf(type: string): LogAbout | null {
  return byType[type] ?? null;
}
