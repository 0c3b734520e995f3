/** What happens when a step stalls, to be changed: lines of "when" and "what happens". It keeps nothing itself. */
import { For, Index, Show } from 'solid-js';
import IconX from '~icons/lucide/x';
import type { Rung } from '../../../model/ladder.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import styles from '../alerts/alerts.module.css';
import { useAlertWords } from '../alerts/use-alert-words.ts';

const [hour, day] = [60, 1440];
/** Minutes that are offered; one that is written already stays as well. */
const delays: readonly number[] = [0, hour, 4 * hour, 12 * hour, day, 2 * day, 3 * day, 4 * day, 7 * day];
const origins: readonly Rung['from'][] = ['due', 'ready', 'waiting'];
const actions: readonly Rung['action'][] = [
  'remind',
  'tellConductor',
  'addBackup',
  'offerFallback',
  'proposeSkip',
  'proposeCancel',
];
const mostRungs = 12;

export function LadderFields(props: {
  readonly rungs: readonly Rung[];
  /** What is said where there are none; null: nothing. */
  readonly empty: string | null;
  readonly hasDue: boolean;
  readonly hasBackup: boolean;
  readonly hasFallback: boolean;
  readonly onChange: (rungs: readonly Rung[]) => void;
}) {
  const words = useAlertWords();
  const change = (index: number, set: Partial<Rung>): void =>
    props.onChange(props.rungs.map((rung, at) => (at === index ? { ...rung, ...set } : rung)));
  const add = (): void =>
    props.onChange([
      ...props.rungs,
      { from: props.hasDue ? 'due' : 'ready', after: day, action: 'tellConductor' },
    ]);
  const isPossible = (action: Rung['action']): boolean => {
    if (action === 'addBackup') return props.hasBackup;
    return action !== 'offerFallback' || props.hasFallback;
  };
  const offered = (rung: Rung): readonly Rung['action'][] =>
    actions.filter((action) => action === rung.action || isPossible(action));
  const originsOf = (rung: Rung): readonly Rung['from'][] =>
    origins.filter((from) => from === rung.from || from !== 'due' || props.hasDue);
  const delaysOf = (rung: Rung, from: Rung['from']): readonly number[] =>
    rung.from === from && !delays.includes(rung.after) ? [rung.after, ...delays] : delays;
  return (
    <>
      <Show
        when={props.rungs.length > 0}
        fallback={<Show when={props.empty}>{(empty) => <p class={styles.hint}>{empty()}</p>}</Show>}
      >
        <ol class={styles.lines}>
          <Index each={props.rungs}>
            {(rung, index) => (
              <li class={styles.line} aria-label={words.rungNumber(index + 1)}>
                <div class={styles.fields}>
                  <SelectField
                    label={words.when}
                    value={`${rung().from} ${rung().after}`}
                    onChoose={(chosen) => {
                      const [from, after] = chosen.split(' ');
                      change(index, { from: from as Rung['from'], after: Number(after) });
                    }}
                  >
                    <For each={originsOf(rung())}>
                      {(from) => (
                        <optgroup label={words[from]}>
                          <For each={delaysOf(rung(), from)}>
                            {(after) => (
                              <option
                                value={`${from} ${after}`}
                                selected={rung().from === from && rung().after === after}
                              >
                                {words.afterOption(from, after)}
                              </option>
                            )}
                          </For>
                        </optgroup>
                      )}
                    </For>
                  </SelectField>
                  <SelectField
                    label={words.happens}
                    value={rung().action}
                    onChoose={(action) => change(index, { action: action as Rung['action'] })}
                  >
                    <For each={offered(rung())}>
                      {(action) => (
                        <option value={action} selected={rung().action === action}>
                          {words.action(action)}
                        </option>
                      )}
                    </For>
                  </SelectField>
                </div>
                <IconButton
                  label={words.removeRung(index + 1)}
                  size={40}
                  onClick={() => props.onChange(props.rungs.filter((_, at) => at !== index))}
                >
                  <IconX />
                </IconButton>
              </li>
            )}
          </Index>
        </ol>
      </Show>
      <Show when={props.rungs.length < mostRungs}>
        <Button size={48} onClick={add}>
          {words.addRung}
        </Button>
      </Show>
      <p class={styles.hint}>{words.quietly}</p>
    </>
  );
}
