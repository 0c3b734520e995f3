/** What the step belongs to: a part that is done again, once for each of several, or one at a time. Holds at once. */
import { For } from 'solid-js';
import IconListTree from '~icons/lucide/list-tree';
import type { SectionDefinition } from '../../../model/workflow.ts';
import { Tick } from '../../kit/tick.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const listPage: StepPage = {
  key: 'list',
  isOffered: ({ of, sections }, _, isNew) => of === 'workflow' && !isNew && sections.length > 0,
  icon: () => <IconListTree />,
  title: (words) => words.listTitle,
  summary: ({ sections }, { id }, words) => {
    const names = sections.filter(({ steps }) => steps.includes(id)).map(({ name }) => name);
    return names.length === 0
      ? { says: words.listNone, quiet: true }
      : { says: words.listLine(names), quiet: false };
  },
  Part: ListPart,
};

function ListPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const toggle = (section: SectionDefinition, on: boolean): void => {
    const others = section.steps.filter((id) => id !== props.step.id);
    const belonging = new Set(on ? [...others, props.step.id] : others);
    // In the plan's order, whatever the order in which they came.
    const steps = props.surface.steps.flatMap(({ id }) => (belonging.has(id) ? [id] : []));
    void props.surface.change(
      [{ kind: 'putSection', section: { ...section, steps } }],
      on ? words.listSaved(props.step.title, section.name) : words.listLeft(props.step.title, section.name),
    );
  };
  return (
    <>
      <p class={styles.hint}>{words.listHint}</p>
      <For each={props.surface.sections}>
        {(section) => (
          <Tick
            label={section.name}
            checked={section.steps.includes(props.step.id)}
            onChange={(on) => toggle(section, on)}
          />
        )}
      </For>
    </>
  );
}
