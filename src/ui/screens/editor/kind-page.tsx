/** What kind of step it is. */
import { For } from 'solid-js';
import IconShapes from '~icons/lucide/shapes';
import type { StepKind } from '../../../model/workflow.ts';
import { Choice, Choices } from '../../kit/choice.tsx';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { withKind } from './with-kind.ts';

const kinds: readonly StepKind[] = [
  'task',
  'decision',
  'approval',
  'wait',
  'contact',
  'milestone',
  'subflow',
];
export const kindPage: StepPage = {
  key: 'kind',
  isOffered: ({ of }, _, isNew) => of === 'workflow' || isNew,
  icon: () => <IconShapes />,
  title: (words) => words.kind,
  summary: (_, { kind }, words) => ({ says: words.kindName(kind), quiet: kind === 'task' }),
  Part: KindPart,
};

function KindPart(props: StepPartProps) {
  const words = useStepEditorWords();
  // Another flow comes into a plan that is under way by a way of its own.
  const offered = () => kinds.filter((kind) => kind !== 'subflow' || props.surface.of === 'workflow');
  return (
    <Choices legend={words.kind}>
      <For each={offered()}>
        {(kind) => (
          <Choice
            title={words.kindName(kind)}
            sub={words.kindHint(kind)}
            checked={props.step.kind === kind}
            onChoose={() => props.set(withKind(props.step, kind, words))}
          />
        )}
      </For>
    </Choices>
  );
}
