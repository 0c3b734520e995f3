/** A shared text as a step: its first line is the name, the rest says how. */
import type { StepId } from '../../../model/ids.ts';
import type { PatchOperation } from '../../../model/patch.ts';

/** As long as a name may be and still be read at a glance, characters. */
const longestTitle = 140;

export interface SharedStep {
  readonly title: string;
  readonly instructions: string;
}

export function textToStep(text: string): SharedStep {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  if (first.length <= longestTitle) return { title: first, instructions: rest.join('\n') };
  const cut = first.lastIndexOf(' ', longestTitle);
  const at = cut > longestTitle / 2 ? cut : longestTitle;
  return { title: `${first.slice(0, at)}…`, instructions: lines.join('\n') };
}

/** Waits for nothing and for nobody: whoever conducts puts it where it belongs. */
export function sharedStepToOperations(id: StepId, step: SharedStep): readonly PatchOperation[] {
  const { title, instructions } = step;
  return [
    {
      kind: 'addStep',
      behind: null,
      step: {
        id,
        kind: 'task',
        title,
        after: [],
        assignee: { kind: 'conductor' },
        ...(instructions !== '' && { instructions }),
      },
    },
  ];
}
