/** What to think of while doing it, line by line. */
import { Index } from 'solid-js';
import IconListChecks from '~icons/lucide/list-checks';
import IconX from '~icons/lucide/x';
import { Button, IconButton } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const checklistPage: StepPage = {
  key: 'checklist',
  isOffered: (_, { kind }) => kind !== 'subflow' && kind !== 'milestone',
  icon: () => <IconListChecks />,
  title: (words) => words.checklistTitle,
  summary: (_, { checklist = [] }, words) => ({
    says: words.checklistLine(checklist.length),
    quiet: checklist.length === 0,
  }),
  Part: ChecklistPart,
};

function ChecklistPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const lines = () => props.step.checklist ?? [];
  const add = (): void => props.set({ checklist: [...lines(), { id: crypto.randomUUID(), text: '' }] });
  return (
    <>
      <div class={styles.lines}>
        <Index each={lines()}>
          {(line, index) => (
            <div class={styles.line}>
              <Field
                label={words.line(index + 1)}
                value={line().text}
                maxLength={200}
                enterKeyHint="next"
                onEnter={add}
                onInput={(text) =>
                  props.set({
                    checklist: lines().map((each, at) => (at === index ? { ...each, text } : each)),
                  })
                }
              />
              <IconButton
                label={words.dropLine(index + 1)}
                onClick={() => props.set({ checklist: lines().filter((_, at) => at !== index) })}
              >
                <IconX />
              </IconButton>
            </div>
          )}
        </Index>
      </div>
      <Button size={48} class={styles.start ?? ''} onClick={add}>
        {words.addLine}
      </Button>
    </>
  );
}
