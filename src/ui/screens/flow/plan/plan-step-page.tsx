/** One step of the plan of a flow that is under way: the same pages as in a workflow. Or a new one. */
import { createMemo, type JSX } from 'solid-js';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import type { PlanStep, PlanView } from '../../../../views/plan-view.ts';
import { useCommands } from '../../../commands.ts';
import { NewStepEditor, StepEditor } from '../../editor/step-editor.tsx';
import { planSurfaceOf } from './plan-surface-of.ts';

interface PageProps {
  readonly plan: PlanView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}

export function PlanStepPage(props: PageProps & { readonly step: PlanStep }) {
  const messages = useMessages();
  const surface = usePlanSurface(props);
  const taker = (): string | null => {
    const { taken, holder } = props.step;
    if (!taken || holder === null) return null;
    return holder.isMe ? messages.states.you : holder.name;
  };
  return (
    <StepEditor
      surface={surface()}
      step={props.step.definition}
      before={props.before}
      onDone={() => props.onDone()}
      takenBy={taker()}
    />
  );
}

export function NewStepPage(props: PageProps) {
  const surface = usePlanSurface(props);
  return (
    <NewStepEditor
      surface={surface()}
      behind={props.plan.steps.at(-1)?.step ?? null}
      before={props.before}
      onDone={() => props.onDone()}
    />
  );
}

function usePlanSurface(props: PageProps) {
  const { send } = useCommands();
  const titleOf = (step: string): string | undefined =>
    props.plan.steps.find((each) => each.step === step)?.title;
  const nameOf = (fact: string): string | undefined => props.plan.facts.find(({ id }) => id === fact)?.name;
  return createMemo(() =>
    planSurfaceOf(props.plan, async (operations, said) => {
      const command = { kind: 'changePlan', operations } as const;
      const names = { step: titleOf, fact: nameOf };
      return (await send(props.plan.run, command, { said, names })).ok;
    }),
  );
}
