/** A step that is wanted only sometimes: it stands in for another one, or can be done only until another one is done. */
import { For } from 'solid-js';
import IconLifeBuoy from '~icons/lucide/life-buoy';
import { asId, type StepId } from '../../../model/ids.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { titleOf } from './sayable.ts';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

/** Both are settled when a step comes into a plan that is under way. */
export const limitsPage: StepPage = {
  key: 'limits',
  isOffered: ({ of, steps }, { id, kind }, isNew) =>
    (of === 'workflow' || isNew) && kind !== 'subflow' && steps.some((step) => step.id !== id),
  icon: () => <IconLifeBuoy />,
  title: (words) => words.limitsTitle,
  summary: (surface, { fallbackOf, until }, words) => {
    const says = words.limitsLine(
      fallbackOf === undefined ? null : titleOf(surface, fallbackOf),
      until === undefined ? null : titleOf(surface, until),
    );
    return says === '' ? { says: words.limitsNone, quiet: true } : { says, quiet: false };
  },
  Part: LimitsPart,
};

function LimitsPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const others = () =>
    props.surface.steps.filter(
      ({ id, kind, fallbackOf }) =>
        id !== props.step.id && kind !== 'subflow' && (fallbackOf === undefined || id === props.step.until),
    );
  const fields = [
    { field: 'fallbackOf', label: words.standsInFor, none: words.noOther },
    { field: 'until', label: words.until, none: words.untilNone },
  ] as const;
  return (
    <For each={fields}>
      {({ field, label, none }) => (
        <>
          <SelectField
            label={label}
            value={props.step[field] ?? ''}
            onChoose={(step) => props.set({ [field]: step === '' ? null : asId<StepId>(step) })}
          >
            <option value="" selected={props.step[field] === undefined}>
              {none}
            </option>
            <For each={others()}>
              {({ id, title }) => (
                <option value={id} selected={props.step[field] === id}>
                  {title}
                </option>
              )}
            </For>
          </SelectField>
          {field === 'fallbackOf' ? <p class={styles.hint}>{words.standsInHint}</p> : null}
        </>
      )}
    </For>
  );
}
