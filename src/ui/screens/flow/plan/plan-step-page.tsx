/** One step of the plan: change it, move it, take it out. Or a new one. */
import { createSignal, type JSX, Show, untrack } from 'solid-js';
import IconArrowDown from '~icons/lucide/arrow-down';
import IconArrowUp from '~icons/lucide/arrow-up';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import { asId, type StepId } from '../../../../model/ids.ts';
import type { PatchOperation } from '../../../../model/patch.ts';
import type { PlanStep, PlanView } from '../../../../views/plan-view.ts';
import { useCommands } from '../../../commands.ts';
import { Button } from '../../../kit/button.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../../kit/sheet-parts.tsx';
import { draftOf, draftToNewStep, draftToOperations, newDraft, type PlanDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import styles from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

interface PageProps {
  readonly plan: PlanView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}

/** Sends a change of the plan as one command. */
function usePlanChange(props: PageProps) {
  const { send, busy } = useCommands();
  const titleOf = (step: string): string | undefined =>
    props.plan.steps.find((each) => each.step === step)?.title;
  const change = async (operations: readonly PatchOperation[], said: string): Promise<boolean> => {
    const command = { kind: 'changePlan', operations } as const;
    return (await send(props.plan.run, command, { said, names: { step: titleOf } })).ok;
  };
  return { change, busy };
}

export function PlanStepPage(props: PageProps & { readonly step: PlanStep }) {
  const messages = useMessages();
  const words = usePlanWords();
  const { change, busy } = usePlanChange(props);
  const opened = untrack(() => {
    const { due } = props.step;
    const day = due === null ? '' : messages.formats.inputDate(due.at);
    return draftOf(props.step, day, due?.hasTime === true ? messages.formats.inputTime(due.at) : '');
  });
  const [draft, setDraft] = createSignal<PlanDraft>(opened);
  const place = (): number => props.plan.steps.findIndex(({ step }) => step === props.step.step);
  const operations = () => draftToOperations(props.step, opened, draft());
  const save = async (): Promise<void> => {
    if (draft().title.trim() === '') return;
    if (operations().length === 0 || (await change(operations(), words.saved(draft().title.trim()))))
      props.onDone();
  };
  const move = (behind: StepId | null): void => {
    void change([{ kind: 'moveStep', step: props.step.step, behind }], words.moved(props.step.title));
  };
  const remove = async (): Promise<void> => {
    const said = words.removed(props.step.title);
    if (await change([{ kind: 'removeStep', step: props.step.step }], said)) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={words.edit(props.step.title)}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <PlanForm
          plan={props.plan}
          step={props.step}
          draft={draft()}
          onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
        />
        <div class={styles.moves}>
          <Show when={place() > 0}>
            <Button size={40} onClick={() => move(props.plan.steps[place() - 2]?.step ?? null)}>
              <IconArrowUp />
              {words.earlier}
            </Button>
          </Show>
          <Show when={props.plan.steps[place() + 1]}>
            {(next) => (
              <Button size={40} onClick={() => move(next().step)}>
                <IconArrowDown />
                {words.later}
              </Button>
            )}
          </Show>
        </div>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button aria-busy={busy()} onClick={() => void remove()}>
          {words.remove}
        </Button>
      </SheetFoot>
    </>
  );
}

export function NewStepPage(props: PageProps) {
  const messages = useMessages();
  const words = usePlanWords();
  const { change, busy } = usePlanChange(props);
  const last = untrack(() => props.plan.steps.at(-1));
  const [draft, setDraft] = createSignal<PlanDraft>(untrack(() => newDraft(last, props.plan.steps)));
  const add = async (): Promise<void> => {
    const title = draft().title.trim();
    if (title === '') return;
    const id = asId<StepId>(crypto.randomUUID());
    if (await change(draftToNewStep(id, draft(), props.plan.steps), words.added(title))) props.onDone();
  };
  return (
    <>
      <SheetHead title={words.addTitle} closeLabel={messages.frame.close} before={props.before} takesFocus />
      <SheetBody>
        <PlanForm
          plan={props.plan}
          draft={draft()}
          onChange={(changed) => setDraft((now) => ({ ...now, ...changed }))}
        />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={draft().title.trim() === ''}
          aria-busy={busy()}
          onClick={() => void add()}
        >
          {words.put}
        </Button>
      </SheetFoot>
    </>
  );
}
