/** A row for each page of a step, with what it says in one line. */
import { For } from 'solid-js';
import IconChevronRight from '~icons/lucide/chevron-right';
import { Row } from '../../kit/row.tsx';
import type { StepPage } from './step-page.ts';
import { stepPages } from './step-pages.ts';
import styles from './step-editor.module.css';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export function StepPageRows(props: {
  readonly part: StepPartProps;
  readonly onOpen: (page: StepPage) => void;
}) {
  const words = useStepEditorWords();
  const pages = () =>
    stepPages.filter((page) => page.isOffered(props.part.surface, props.part.step, props.part.isNew));
  return (
    <ul class={styles.rows} aria-label={words.more}>
      <For each={pages()}>
        {(page) => {
          const line = () => page.summary(props.part.surface, props.part.step, words);
          return (
            <Row
              start={page.icon()}
              title={page.title(words)}
              sub={line().says}
              quiet={line().quiet}
              onOpen={() => props.onOpen(page)}
              end={<IconChevronRight data-flips="" />}
              passiveEnd
            />
          );
        }}
      </For>
    </ul>
  );
}
