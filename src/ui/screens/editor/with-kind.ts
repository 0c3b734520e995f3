/** Another kind of step: what only the one before had goes with it, and what the new one needs comes. */
import type { StepEditorWords } from '../../../i18n/core/en/step-editor.ts';
import type { StepDefinition, StepKind } from '../../../model/workflow.ts';
import type { FieldChanges } from './step-draft.ts';

const ofSomebody = [
  'assignee',
  'backup',
  'approval',
  'notBy',
  'estimate',
  'instructions',
  'checklist',
  'reads',
  'writes',
  'outcomes',
  'contact',
  'irreversible',
  'ifStalls',
  'fallbackOf',
  'until',
  'retry',
  'undo',
  'endsRun',
] as const;

type KindWords = Pick<StepEditorWords, 'approved' | 'rejected' | 'yes' | 'no'>;

/** A part of a workflow has many steps, so it has nothing that is one person's; a run has its steps already. */
export function withKind(step: StepDefinition, kind: StepKind, words: KindWords): FieldChanges {
  if (kind === step.kind) return {};
  const gone = (...fields: readonly (keyof FieldChanges)[]): FieldChanges =>
    Object.fromEntries(fields.flatMap((field) => (step[field] === undefined ? [] : [[field, null]])));
  const was = gone(
    ...(step.kind === 'approval' ? (['approval', 'outcomes'] as const) : []),
    ...(step.kind === 'subflow' ? (['subflow'] as const) : []),
    ...(step.kind === 'milestone' ? (['endsRun'] as const) : []),
  );
  switch (kind) {
    case 'approval':
      return {
        ...was,
        ...gone('assignee'),
        kind,
        approval: { by: [step.assignee ?? { kind: 'conductor' }], needed: 1 },
        outcomes: [
          { id: 'approved', name: words.approved },
          { id: 'rejected', name: words.rejected, ends: true },
        ],
      };
    case 'decision':
      return step.kind !== 'approval' && (step.outcomes?.length ?? 0) >= 2
        ? { ...was, kind }
        : {
            ...was,
            kind,
            outcomes: [
              { id: 'yes', name: words.yes },
              { id: 'no', name: words.no, ends: true },
            ],
          };
    case 'contact':
      return { ...was, kind, ...(step.contact === undefined && { contact: { how: 'call' } }) };
    case 'subflow':
      return { ...gone(...ofSomebody), kind };
    case 'task':
    case 'wait':
    case 'milestone':
      return { ...was, kind };
  }
}
