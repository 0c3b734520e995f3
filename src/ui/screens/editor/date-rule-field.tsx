/** When something starts or is due: no date, a date, or counted from the start, a fact or a step before it. */
import { createSignal, For, Show, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DateRule, StepDefinition } from '../../../model/workflow.ts';
import { useNow } from '../../clock.tsx';
import { Field } from '../../kit/field.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import {
  formToRule,
  keyToOrigin,
  type OffsetForm,
  type OffsetUnit,
  ruleToForm,
  ruleToKey,
  withOrigin,
} from './date-rule.ts';
import { NumberField } from './number-field.tsx';
import type { PlanSurface } from './plan-surface.ts';
import { toSayableWhen } from './sayable.ts';
import styles from './step-editor.module.css';
import { useStepEditorWords } from './use-step-editor-words.ts';

export function DateRuleField(props: {
  readonly surface: PlanSurface;
  readonly legend: string;
  readonly value: DateRule | undefined;
  /** Steps from which it may be counted: those before it. */
  readonly origins: readonly StepDefinition[];
  readonly onRule: (rule: DateRule | null) => void;
}) {
  const messages = useMessages();
  const words = useStepEditorWords();
  const now = useNow();
  const key = () => ruleToKey(props.value);
  const choose = (chosen: string): void =>
    props.onRule(withOrigin(props.value, chosen, messages.formats.inputDate(now())));
  const offset = () => (props.value?.kind === 'offset' ? props.value : undefined);
  const dated = () => (props.value?.kind === 'date' ? props.value : undefined);
  const facts = () => props.surface.facts.filter(({ kind }) => kind === 'date' || kind === 'instant');
  const isOffered = (): boolean =>
    !key().includes(':') ||
    facts().some(({ id }) => key() === `fact:${id}`) ||
    props.origins.some(({ id }) => key() === `step:${id}`);
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{props.legend}</legend>
      <SelectField label={props.legend} value={key()} onChoose={choose}>
        <option value="" selected={key() === ''}>
          {words.noDate}
        </option>
        <option value="date" selected={key() === 'date'}>
          {words.onDate}
        </option>
        <optgroup label={words.countedFrom}>
          <option value="start" selected={key() === 'start'}>
            {words.theStart}
          </option>
          <For each={facts()}>
            {({ id, name }) => (
              <option value={`fact:${id}`} selected={key() === `fact:${id}`}>
                {name}
              </option>
            )}
          </For>
        </optgroup>
        <Show when={props.origins.length > 0}>
          <optgroup label={words.stepsBefore}>
            <For each={props.origins}>
              {({ id, title }) => (
                <option value={`step:${id}`} selected={key() === `step:${id}`}>
                  {title}
                </option>
              )}
            </For>
          </optgroup>
        </Show>
        <Show when={!isOffered() && props.value}>
          {(rule) => (
            <option value={key()} selected>
              {words.when(toSayableWhen(props.surface, rule()))}
            </option>
          )}
        </Show>
      </SelectField>
      <Show when={dated()}>
        {(rule) => (
          <div class={styles.pair}>
            <Field
              label={words.day}
              type="date"
              value={rule().date}
              onInput={(date) => {
                if (date !== '') props.onRule({ ...rule(), date });
              }}
            />
            <Field
              label={words.timeOfDay}
              type="time"
              value={rule().time ?? ''}
              onInput={(time) =>
                props.onRule({ kind: 'date', date: rule().date, ...(time !== '' && { time }) })
              }
            />
          </div>
        )}
      </Show>
      <Show when={offset()}>
        {(rule) => (
          <OffsetFields
            form={ruleToForm(rule())}
            onChange={(form) => props.onRule(formToRule(keyToOrigin(key()), form))}
          />
        )}
      </Show>
      <Show when={props.value}>
        {(rule) => <p class={styles.hint}>{words.when(toSayableWhen(props.surface, rule()))}</p>}
      </Show>
    </fieldset>
  );
}

function OffsetFields(props: { readonly form: OffsetForm; readonly onChange: (form: OffsetForm) => void }) {
  const words = useStepEditorWords();
  // Kept here: of nothing counted the rule itself says neither a direction nor a unit.
  const [form, setForm] = createSignal(untrack(() => props.form));
  const change = (part: Partial<OffsetForm>): void =>
    props.onChange(setForm((before) => ({ ...before, ...part })));
  return (
    <>
      <div class={styles.pair}>
        <NumberField
          label={words.amount}
          value={form().amount}
          least={0}
          onNumber={(amount) => change({ amount })}
        />
        <SelectField
          label={words.unit}
          value={form().unit}
          onChoose={(unit) => change({ unit: unit as OffsetUnit })}
        >
          <option value="days" selected={form().unit === 'days'}>
            {words.countDays}
          </option>
          <option value="workingDays" selected={form().unit === 'workingDays'}>
            {words.countWorkingDays}
          </option>
          <option value="minutes" selected={form().unit === 'minutes'}>
            {words.minutes}
          </option>
        </SelectField>
      </div>
      <Segmented
        legend={words.direction}
        segments={[
          { key: 'before', label: words.before },
          { key: 'after', label: words.after },
        ]}
        chosen={form().before ? 'before' : 'after'}
        onChoose={(chosen) => change({ before: chosen === 'before' })}
      />
      <Show
        when={form().unit === 'minutes'}
        fallback={
          <Field
            label={words.timeOfDay}
            type="time"
            value={form().time}
            onInput={(time) => change({ time })}
          />
        }
      >
        <Tick
          label={words.minutesOfWork}
          checked={form().working}
          onChange={(working) => change({ working })}
        />
      </Show>
    </>
  );
}
