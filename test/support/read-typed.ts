/**
 * Reads typed lines well enough to look at the screen that draws them: a line follows the one above,
 * `&` stands beside it, `after word` waits for the first step with that word, `@name` is a part.
 */
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { PartDefinition, StepDefinition } from '../../src/model/workflow.ts';
import { computeTypedRail } from '../../src/views/rail-layout.ts';
import type { CaptureIssue, CapturePreview } from '../../src/worker/messages.ts';

export function readTyped(text: string): CapturePreview {
  const steps: StepDefinition[] = [];
  const lines: { line: number; step: StepId }[] = [];
  const issues: CaptureIssue[] = [];
  const parts = new Map<string, PartDefinition>();
  let title = '';
  text.split('\n').forEach((written, index) => {
    const line = index + 1;
    const words = written.trim();
    if (words === '' || words.startsWith('-')) return;
    if (words.endsWith(':') && steps.length === 0) {
      title = words.slice(0, -1);
      return;
    }
    const id = asId<StepId>(`s${line}`);
    const name = /@(\w+)/.exec(words)?.[1];
    if (name !== undefined) parts.set(name, { id: name, name });
    const last = steps.at(-1);
    let after = last === undefined ? [] : [last.id];
    if (words.startsWith('&')) after = last?.after.map((edge) => edge.from) ?? [];
    const references = /\bafter ([\w, ]+?)(?= @| ~| by |$)/.exec(words)?.[1]?.split(',') ?? [];
    if (references.length > 0) after = [];
    for (const reference of references.map((each) => each.trim())) {
      const found = steps.find((step) => step.title.toLowerCase().includes(reference.toLowerCase()));
      if (found === undefined) issues.push({ type: 'noMatch', line, reference });
      else after.push(found.id);
    }
    steps.push({
      id,
      kind: 'task',
      title: words.replace(/^& */, '').replace(/ (@|~|after |by ).*$/, ''),
      after: after.map((from) => ({ from })),
      ...(name !== undefined && { assignee: { kind: 'part', part: name } }),
    });
    lines.push({ line, step: id });
  });
  if (steps.length === 0) issues.push({ type: 'noSteps' });
  return {
    definition: { id: asId<WorkflowId>('typed'), title, parts: [...parts.values()], facts: [], steps },
    issues,
    lines,
    references: [],
    rail: computeTypedRail(steps),
  };
}
