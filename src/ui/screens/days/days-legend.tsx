/** What the marks beside the calendar mean: only those that are there. */
import { createMemo, For, Show } from 'solid-js';
import type { DaysView } from '../../../views/days-view.ts';
import { computeBars } from './day-bars.ts';
import styles from './days-tab.module.css';
import type { useDaysWords } from './use-days-words.ts';

type Mark = 'begun' | 'left' | 'planned' | 'due' | 'away' | 'clash' | 'off';

const order: readonly Mark[] = ['begun', 'left', 'planned', 'due', 'away', 'clash', 'off'];

export function DaysLegend(props: {
  readonly view: DaysView;
  readonly words: ReturnType<typeof useDaysWords>;
}) {
  const marks = createMemo(() => {
    const { rows, now, offs } = props.view;
    const there = new Set<string>(rows.flatMap((row) => computeBars(row, now).map(({ kind }) => kind)));
    if (rows.some(({ due, closed }) => due !== null && closed === null)) there.add('due');
    if (rows.some(({ away }) => away.length > 0)) there.add('away');
    if (rows.some(({ clashes }) => clashes.length > 0)) there.add('clash');
    if (offs.length > 0) there.add('off');
    return order.filter((mark) => there.has(mark));
  });
  return (
    <Show when={marks().length > 0}>
      <ul class={styles.legend} aria-label={props.words.legend}>
        <For each={marks()}>
          {(mark) => (
            <li class={styles.means}>
              <span class={styles.mark} data-mark={mark} />
              {props.words.means[mark]}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
