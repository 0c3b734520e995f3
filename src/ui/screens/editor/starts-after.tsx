/** What a step starts after: the steps that it can, to be ticked; those that it cannot say why. */
import type { StepDefinition } from '../../../model/workflow.ts';
import type { StepPartProps } from './step-part.ts';
import { StepTicks } from './step-ticks.tsx';
import { useStepEditorWords } from './use-step-editor-words.ts';

export function StartsAfter(props: StepPartProps) {
  const words = useStepEditorWords();
  const others = (): readonly StepDefinition[] =>
    props.surface.steps.filter(({ id }) => id !== props.step.id);
  const allowed = () => new Set(props.surface.candidatesOf(props.step.id));
  const ticked = () => new Set(props.step.after.map(({ from }) => from));
  return (
    <StepTicks
      legend={words.startsAfter}
      hint={words.startsAfterHint}
      steps={others()}
      ticked={ticked()}
      lockedBecause={(id) => {
        if (props.isNew || allowed().has(id) || ticked().has(id)) return null;
        return words.comesLater(others().find((step) => step.id === id)?.title ?? '');
      }}
      onToggle={(id, on) => props.setEdge(id, on ? { from: id } : null)}
    />
  );
}
