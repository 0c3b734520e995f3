/** What can be said about a step of the plan: the same fields for a new one and for one that is there. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import { asId, type PersonId, type StepId } from '../../../../model/ids.ts';
import type { PlanStep, PlanView } from '../../../../views/plan-view.ts';
import { Field } from '../../../kit/field.tsx';
import { SelectField } from '../../../kit/select-field.tsx';
import { Tick } from '../../../kit/tick.tsx';
import type { PlanDraft } from './plan-draft.ts';
import styles from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

export function PlanForm(props: {
  readonly plan: PlanView;
  readonly draft: PlanDraft;
  readonly onChange: (change: Partial<PlanDraft>) => void;
  /** The step that is there already; a new one may start after any. */
  readonly step?: PlanStep;
}) {
  const messages = useMessages();
  const words = usePlanWords();
  const candidates = (): readonly PlanStep[] => {
    const allowed = props.step?.candidates;
    return allowed === undefined
      ? props.plan.steps
      : props.plan.steps.filter(({ step }) => allowed.includes(step));
  };
  const followers = (): readonly PlanStep[] =>
    props.step === undefined ? props.plan.steps.filter(({ mayChange }) => mayChange) : [];
  const taker = (): string | null => {
    const { step } = props;
    if (step?.taken !== true || step.holder === null) return null;
    return step.holder.isMe ? messages.states.you : step.holder.name;
  };
  return (
    <>
      <Field
        label={words.name}
        value={props.draft.title}
        onInput={(title) => props.onChange({ title })}
        maxLength={200}
      />
      <Show when={taker()} fallback={<Who {...props} />}>
        {(name) => <p class={styles.hint}>{words.taken(name())}</p>}
      </Show>
      <div class={styles.due}>
        <Field
          label={words.dueDay}
          type="date"
          value={props.draft.day}
          onInput={(day) => props.onChange({ day })}
        />
        <Show when={props.draft.day !== ''}>
          <Field
            label={words.dueTime}
            type="time"
            value={props.draft.time}
            onInput={(time) => props.onChange({ time })}
          />
        </Show>
      </div>
      <StepTicks
        legend={words.startsAfter}
        hint={words.startsAfterHint}
        steps={candidates()}
        ticked={props.draft.after}
        onChange={(after) => props.onChange({ after })}
      />
      <Show when={followers().length > 0}>
        <StepTicks
          legend={words.unlocks}
          steps={followers().filter(({ step }) => !props.draft.after.has(step))}
          ticked={props.draft.unlocks}
          onChange={(unlocks) => props.onChange({ unlocks })}
        />
      </Show>
      <Field
        label={words.instructions}
        value={props.draft.instructions}
        onInput={(instructions) => props.onChange({ instructions })}
        multiline
      />
    </>
  );
}

function Who(props: {
  readonly plan: PlanView;
  readonly draft: PlanDraft;
  readonly onChange: (change: Partial<PlanDraft>) => void;
}) {
  const messages = useMessages();
  const words = usePlanWords();
  return (
    <SelectField
      label={words.who}
      value={props.draft.who ?? ''}
      onChoose={(who) => props.onChange({ who: who === '' ? null : asId<PersonId>(who) })}
    >
      <option value="" selected={props.draft.who === null}>
        {words.anyone}
      </option>
      <For each={props.plan.people}>
        {(person) => (
          <option value={person.id} selected={props.draft.who === person.id}>
            {person.isMe ? messages.states.you : person.name}
          </option>
        )}
      </For>
    </SelectField>
  );
}

function StepTicks(props: {
  readonly legend: string;
  readonly hint?: string;
  readonly steps: readonly PlanStep[];
  readonly ticked: ReadonlySet<StepId>;
  readonly onChange: (ticked: ReadonlySet<StepId>) => void;
}) {
  const toggle = (step: StepId, on: boolean): void => {
    const others = [...props.ticked].filter((each) => each !== step);
    props.onChange(new Set(on ? [...others, step] : others));
  };
  return (
    <Show when={props.steps.length > 0}>
      <fieldset>
        <legend class={styles.legend}>{props.legend}</legend>
        <Show when={props.hint}>
          <p class={styles.hint}>{props.hint}</p>
        </Show>
        <For each={props.steps}>
          {(step) => (
            <Tick
              label={step.title}
              checked={props.ticked.has(step.step)}
              onChange={(on) => toggle(step.step, on)}
            />
          )}
        </For>
      </fieldset>
    </Show>
  );
}
