/** What takes the effect of a step back, who does that and until when; or that it cannot be done twice. */
import { Show } from 'solid-js';
import IconUndo from '~icons/lucide/undo-2';
import type { UndoStep } from '../../../model/workflow.ts';
import { Field } from '../../kit/field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { DateRuleField } from './date-rule-field.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { WhoField } from './who-field.tsx';

export const undoPage: StepPage = {
  key: 'undo',
  isOffered: (_, { kind }) => kind !== 'subflow' && kind !== 'milestone',
  icon: () => <IconUndo />,
  title: (words) => words.undoTitle,
  summary: (_, { undo, irreversible }, words) => {
    const says = words.undoLine(undo?.title ?? null, irreversible === true);
    return says === '' ? { says: words.undoNone, quiet: true } : { says, quiet: false };
  },
  Part: UndoPart,
};

function UndoPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const undo = () => props.step.undo;
  const before = () => stepsBefore(props.surface.steps, props.step);
  const change = (part: { readonly [Field in keyof UndoStep]?: UndoStep[Field] | null }): void => {
    const kept = Object.entries({ ...undo(), ...part }).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    );
    const made = Object.fromEntries(kept) as unknown as UndoStep;
    // Without words of its own there is no undo.
    props.set({ undo: kept.some(([field]) => field === 'title') ? made : null });
  };
  return (
    <>
      <p class={styles.hint}>{words.undoHint}</p>
      <Field
        label={words.undo}
        value={undo()?.title ?? ''}
        maxLength={200}
        onInput={(title) => change({ title })}
      />
      <Show when={undo()}>
        {(known) => (
          <>
            <WhoField
              surface={props.surface}
              label={words.undoWho}
              value={known().assignee}
              none={words.undoDoer}
              doers={before()}
              onChoose={(assignee) => change({ assignee })}
            />
            <Field
              label={words.instructions}
              value={known().instructions ?? ''}
              multiline
              onInput={(instructions) => change({ instructions })}
            />
            <DateRuleField
              surface={props.surface}
              legend={words.undoUntil}
              value={known().cancelBy}
              origins={before()}
              onRule={(cancelBy) => change({ cancelBy })}
            />
          </>
        )}
      </Show>
      <Tick
        label={words.irreversible}
        checked={props.step.irreversible === true}
        onChange={(on) => props.set({ irreversible: on ? true : null })}
      />
      <p class={styles.hint}>{words.irreversibleHint}</p>
    </>
  );
}
