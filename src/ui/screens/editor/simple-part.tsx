/** What is asked of every step first: what happens, who does it, what it starts after and when it is due. */
import { Show } from 'solid-js';
import { Field } from '../../kit/field.tsx';
import { StartsAfter } from './starts-after.tsx';
import styles from './step-editor.module.css';
import type { StepPartProps } from './step-part.ts';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { WhoField } from './who-field.tsx';

/** `takenBy`: who claimed it or was handed it; the plan does not say any more who has it. */
export function SimplePart(props: StepPartProps & { readonly takenBy: string | null }) {
  const words = useStepEditorWords();
  const isSomebodys = (): boolean => props.step.kind !== 'subflow' && props.step.kind !== 'approval';
  const due = () => props.step.due;
  /** A date that follows something else is changed on its own page. */
  const dated = () => {
    const rule = due();
    return rule === undefined ? { date: '', time: '' } : rule.kind === 'date' ? rule : null;
  };
  const setDue = (date: string, time: string): void =>
    props.set({ due: date === '' ? null : { kind: 'date', date, ...(time !== '' && { time }) } });
  return (
    <>
      <Field
        label={words.name}
        value={props.step.title}
        onInput={(title) => props.set({ title })}
        maxLength={200}
      />
      <Show when={isSomebodys()}>
        <Show
          when={props.takenBy}
          fallback={
            <WhoField
              surface={props.surface}
              label={words.who}
              value={props.step.assignee}
              none={words.nobody}
              doers={stepsBefore(props.surface.steps, props.step)}
              onChoose={(assignee) => props.set({ assignee })}
            />
          }
        >
          {(name) => <p class={styles.hint}>{words.taken(name())}</p>}
        </Show>
      </Show>
      <Show when={dated()}>
        {(rule) => (
          <div class={styles.pair}>
            <Field
              label={words.dueDay}
              type="date"
              value={rule().date}
              onInput={(date) => setDue(date, rule().time ?? '')}
            />
            <Show when={rule().date !== ''}>
              <Field
                label={words.dueTime}
                type="time"
                value={rule().time ?? ''}
                onInput={(time) => setDue(rule().date, time)}
              />
            </Show>
          </div>
        )}
      </Show>
      <StartsAfter {...props} />
      <Show when={props.step.kind !== 'subflow'}>
        <Field
          label={words.instructions}
          value={props.step.instructions ?? ''}
          onInput={(instructions) => props.set({ instructions })}
          multiline
        />
      </Show>
    </>
  );
}
