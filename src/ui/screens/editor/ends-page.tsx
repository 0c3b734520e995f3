/** How a step can end: one way, or several of which whoever does it chooses. */
import { For, Index, Show } from 'solid-js';
import IconSplit from '~icons/lucide/split';
import IconX from '~icons/lucide/x';
import type { OutcomeDefinition } from '../../../model/workflow.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { NumberField } from './number-field.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const endsPage: StepPage = {
  key: 'ends',
  isOffered: (_, { kind }) => kind !== 'subflow',
  icon: () => <IconSplit />,
  title: (words) => words.endsTitle,
  summary: (_, { kind, outcomes = [], endsRun }, words) => ({
    says:
      kind === 'milestone' && endsRun === true
        ? words.endsFlow
        : words.endsLine(outcomes.map(({ name }) => name)),
    quiet: outcomes.length === 0 && endsRun !== true,
  }),
  Part: EndsPart,
};

function EndsPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const outcomes = () => props.step.outcomes ?? [];
  const isApproval = () => props.step.kind === 'approval';
  const change = (index: number, outcome: OutcomeDefinition): void =>
    props.set({ outcomes: outcomes().map((each, at) => (at === index ? outcome : each)) });
  const add = (): void =>
    props.set({ outcomes: [...outcomes(), { id: crypto.randomUUID(), name: words.newOutcome }] });
  return (
    <Show
      when={props.step.kind !== 'milestone'}
      fallback={
        <Tick
          label={words.endsRun}
          checked={props.step.endsRun === true}
          onChange={(on) => props.set({ endsRun: on ? true : null })}
        />
      }
    >
      <p class={styles.hint}>{words.endsHint}</p>
      <div class={styles.lines}>
        <Index each={outcomes()}>
          {(outcome, index) => (
            <fieldset class={styles.block}>
              <legend class={styles.legend}>{words.outcome(index + 1)}</legend>
              <div class={styles.line}>
                <Field
                  label={words.outcomeName}
                  value={outcome().name}
                  maxLength={100}
                  onInput={(name) => change(index, { ...outcome(), name })}
                />
                <Show when={!isApproval()}>
                  <IconButton
                    label={words.dropOutcome(outcome().name)}
                    onClick={() => props.set({ outcomes: outcomes().filter((_, at) => at !== index) })}
                  >
                    <IconX />
                  </IconButton>
                </Show>
              </div>
              <ThenField {...props} outcome={outcome()} onChange={(next) => change(index, next)} />
            </fieldset>
          )}
        </Index>
      </div>
      <Show when={!isApproval() && outcomes().length < 12}>
        <Button size={48} class={styles.start ?? ''} onClick={add}>
          {words.addOutcome}
        </Button>
      </Show>
    </Show>
  );
}

/** What an outcome leads to: one of these and no other. */
function ThenField(
  props: StepPartProps & {
    readonly outcome: OutcomeDefinition;
    readonly onChange: (outcome: OutcomeDefinition) => void;
  },
) {
  const words = useStepEditorWords();
  const key = (): string => {
    const { redo, ends, endsRun } = props.outcome;
    if (redo !== undefined) return `redo:${redo.section}`;
    if (endsRun === true) return 'endsRun';
    return ends === true ? 'ends' : 'on';
  };
  const choose = (then: string): void => {
    const { id, name, redo } = props.outcome;
    props.onChange({
      id,
      name,
      ...(then === 'ends' && { ends: true }),
      ...(then === 'endsRun' && { endsRun: true }),
      ...(then.startsWith('redo:') && { redo: { section: then.slice(5), atMost: redo?.atMost ?? 3 } }),
    });
  };
  return (
    <>
      <SelectField label={words.thenLegend} value={key()} onChoose={choose}>
        <option value="on" selected={key() === 'on'}>
          {words.thenOn}
        </option>
        <option value="ends" selected={key() === 'ends'}>
          {words.thenEnds}
        </option>
        <option value="endsRun" selected={key() === 'endsRun'}>
          {words.thenEndsRun}
        </option>
        <For each={props.surface.sections}>
          {({ id, name }) => (
            <option value={`redo:${id}`} selected={key() === `redo:${id}`}>
              {words.thenRedo(name)}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={props.outcome.redo}>
        {(redo) => (
          <NumberField
            label={words.atMost}
            value={redo().atMost}
            least={1}
            onNumber={(atMost) => props.onChange({ ...props.outcome, redo: { ...redo(), atMost } })}
          />
        )}
      </Show>
    </>
  );
}
