/** What is wrong and what to do about it. Loads when something is. */
import { For } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { problemWords } from '../../../i18n/core/en/problems.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { Notice } from '../../kit/notice.tsx';
import styles from './now-screen.module.css';

export function Problems() {
  const { formats } = useMessages();
  const words = problemWords(formats);
  const app = useAppView();
  return (
    <div class={styles.notices}>
      <For each={app()?.problems}>
        {(problem) => {
          const said = () => words.problem(problem);
          return <Notice start={<IconTriangleAlert />} what={said().what} wayOut={said().wayOut} />;
        }}
      </For>
    </div>
  );
}
