/** Another workflow comes into the plan: which one, behind which step, what it is handed and who takes its parts. */
import { createSignal, For, type JSX, Show, untrack } from 'solid-js';
import { useHousehold } from '../../../../client/household.ts';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import { asId, type StepId } from '../../../../model/ids.ts';
import type { PartMapping } from '../../../../model/workflow.ts';
import type { OtherWorkflowView, PlanView } from '../../../../views/plan-view.ts';
import { useCommands } from '../../../commands.ts';
import { Button } from '../../../kit/button.tsx';
import { Field } from '../../../kit/field.tsx';
import { SelectField } from '../../../kit/select-field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../../kit/sheet-parts.tsx';
import { FactPairFields } from '../../editor/fact-pairs.tsx';
import { type FactPairs, factsToHand, matchFacts, matchParts } from '../../editor/match-facts.ts';
import { PartFields } from '../../editor/part-fields.tsx';
import { StepTicks } from '../../editor/step-ticks.tsx';
import { planSurfaceOf } from './plan-surface-of.ts';
import { usePlanWords } from './use-plan-words.ts';

export function AddFlowPage(props: {
  readonly plan: PlanView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = usePlanWords();
  const household = useHousehold();
  const { sayFailed, sayDone } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const [chosen, setChosen] = createSignal<OtherWorkflowView>();
  const [title, setTitle] = createSignal('');
  const [behind, setBehind] = createSignal<StepId | null>(
    untrack(() => props.plan.steps.at(-1)?.step ?? null),
  );
  const [unlocks, setUnlocks] = createSignal<ReadonlySet<StepId>>(new Set());
  const [given, setGiven] = createSignal<FactPairs>({});
  const [parts, setParts] = createSignal<PartMapping>({});
  const surface = () => planSurfaceOf(props.plan, () => Promise.resolve(false));
  const choose = (id: string): void => {
    const workflow = props.plan.workflows.find((each) => each.id === id);
    setChosen(workflow);
    setTitle(workflow?.title ?? '');
    setGiven(matchFacts(workflow?.facts ?? [], props.plan.facts));
    setParts(matchParts(workflow?.parts ?? [], props.plan.parts));
  };
  /** What followed the step follows the flow as well. */
  const startAfter = (step: StepId | null): void => {
    setBehind(step);
    setUnlocks(new Set(followers(step).map((each) => each.step)));
  };
  const followers = (step: StepId | null) =>
    props.plan.steps.filter(({ mayChange, after }) => mayChange && after.some(({ from }) => from === step));
  /** It may come in front of whatever does not lead to where it starts. */
  const waiting = () => {
    const before = props.plan.steps.find(({ step }) => step === behind());
    return props.plan.steps
      .filter(
        ({ step, mayChange, candidates }) =>
          mayChange && step !== before?.step && (before === undefined || candidates.includes(before.step)),
      )
      .map(({ definition }) => definition);
  };
  const add = async (): Promise<void> => {
    const workflow = chosen();
    if (workflow === undefined || busy()) return;
    const id = asId<StepId>(crypto.randomUUID());
    const initialName = title().trim() === '' ? workflow.title : title().trim();
    const offered = new Set(waiting().map((step) => step.id));
    setBusy(true);
    const result = await household.intent({
      kind: 'addFlow',
      run: props.plan.run,
      flow: {
        id,
        title: initialName,
        workflow: workflow.id,
        behind: behind(),
        unlocks: [...unlocks()].filter((step) => offered.has(step)),
        given: given(),
        parts: parts(),
      },
    });
    setBusy(false);
    if (!result.ok) {
      const titleOf = (step: StepId): string | undefined =>
        step === id ? initialName : props.plan.steps.find((each) => each.step === step)?.title;
      sayFailed(result.error, { step: titleOf });
      return;
    }
    sayDone(words.added(initialName), result.value.undo);
    props.onDone();
  };
  return (
    <>
      <SheetHead
        title={words.addFlow}
        sub={words.addFlowHint}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <SelectField label={words.whichFlow} value={chosen()?.id ?? ''} onChoose={choose}>
          <option value="" selected={chosen() === undefined}>
            {words.noFlow}
          </option>
          <For each={props.plan.workflows}>
            {(workflow) => (
              <option value={workflow.id} selected={chosen()?.id === workflow.id}>
                {workflow.title}
              </option>
            )}
          </For>
        </SelectField>
        <Show when={chosen()}>
          {(workflow) => (
            <>
              <Field label={words.flowName} value={title()} maxLength={200} onInput={setTitle} />
              <SelectField
                label={words.startsAfter}
                value={behind() ?? ''}
                onChoose={(step) => startAfter(step === '' ? null : asId<StepId>(step))}
              >
                <option value="" selected={behind() === null}>
                  {words.rightAway}
                </option>
                <For each={props.plan.steps}>
                  {(step) => (
                    <option value={step.step} selected={behind() === step.step}>
                      {step.title}
                    </option>
                  )}
                </For>
              </SelectField>
              <FactPairFields
                legend={words.given}
                none={words.ownFact}
                theirs={factsToHand(workflow().facts, props.plan.facts, given())}
                own={props.plan.facts}
                pairs={given()}
                onChange={setGiven}
              />
              <PartFields
                surface={surface()}
                legend={words.takesParts}
                theirs={workflow().parts}
                parts={parts()}
                onChange={setParts}
              />
              <StepTicks
                legend={words.unlocks}
                steps={waiting()}
                ticked={unlocks()}
                onToggle={(step, on) => {
                  const kept = [...unlocks()].filter((each) => each !== step);
                  setUnlocks(new Set(on ? [...kept, step] : kept));
                }}
              />
            </>
          )}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={chosen() === undefined}
          aria-busy={busy()}
          onClick={() => void add()}
        >
          {words.put}
        </Button>
      </SheetFoot>
    </>
  );
}
