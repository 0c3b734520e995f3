/** A week in seven quiet lines: whether somebody works that day, from when, to when. */
import { Index, Show } from 'solid-js';
import type { DailyHours } from '../../../model/person.ts';
import { Tick } from '../../kit/tick.tsx';
import { useDetailWords } from './use-detail-words.ts';
import styles from './week-grid.module.css';
import type { Week } from './working-week.ts';

const usual: DailyHours = { from: '09:00', to: '17:00' };

export function WeekGrid(props: { readonly week: Week; readonly onChange: (week: Week) => void }) {
  const words = useDetailWords();
  const set = (at: number, hours: DailyHours | null): void =>
    props.onChange(props.week.map((day, index) => (index === at ? hours : day)));
  /** A field that is being emptied says nothing yet. */
  const setPart = (at: number, hours: DailyHours, part: Partial<DailyHours>): void => {
    if (Object.values(part).every((time) => time !== '')) set(at, { ...hours, ...part });
  };
  return (
    <ul class={styles.week}>
      <Index each={props.week}>
        {(day, at) => (
          <li class={styles.day}>
            <Tick
              label={words.dayShort(at)}
              name={words.worksOn(at)}
              checked={day() !== null}
              onChange={(works) => set(at, works ? usual : null)}
            />
            <Show when={day()}>
              {(hours) => (
                <span class={styles.hours}>
                  <input
                    class={styles.time}
                    type="time"
                    aria-label={words.fromOn(at)}
                    value={hours().from}
                    onInput={(event) => setPart(at, hours(), { from: event.currentTarget.value })}
                  />
                  <span aria-hidden="true">–</span>
                  <input
                    class={styles.time}
                    type="time"
                    aria-label={words.toOn(at)}
                    value={hours().to}
                    onInput={(event) => setPart(at, hours(), { to: event.currentTarget.value })}
                  />
                </span>
              )}
            </Show>
          </li>
        )}
      </Index>
    </ul>
  );
}
