/** Changing what happens if the step stalls: lines of "when" and "what happens", or as it usually is. */
import { createSignal, For, type JSX, Show, untrack } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Rung } from '../../../model/ladder.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import styles from '../alerts/alerts.module.css';
import { useAlertWords } from '../alerts/use-alert-words.ts';
import { useStepCommands } from './step-commands.ts';

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

export function LadderPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useAlertWords();
  const commands = useStepCommands(() => props.step);
  const hasDue = (): boolean => props.step.dueRule !== null;
  const [rungs, setRungs] = createSignal<readonly Rung[]>(
    untrack(() => props.step.ladder.written.filter(({ from }) => from !== 'due' || hasDue())),
  );
  const change = (index: number, set: Partial<Rung>): void =>
    void setRungs(rungs().map((rung, at) => (at === index ? { ...rung, ...set } : rung)));
  const add = (): void =>
    void setRungs([...rungs(), { from: hasDue() ? 'due' : 'ready', after: day, action: 'tellConductor' }]);
  const save = async (ifStalls: readonly Rung[] | null): Promise<void> => {
    if (await commands.setLadder(ifStalls, words.saved)) props.onDone();
  };
  const offered = (rung: Rung): readonly Rung['action'][] =>
    actions.filter(
      (action) =>
        action === rung.action ||
        (action === 'addBackup' ? props.step.backup !== null : action !== 'offerFallback'),
    );
  const originsOf = (rung: Rung): readonly Rung['from'][] =>
    origins.filter((from) => from === rung.from || from !== 'due' || hasDue());
  const delaysOf = (rung: Rung, from: Rung['from']): readonly number[] =>
    rung.from === from && !delays.includes(rung.after) ? [rung.after, ...delays] : delays;

  return (
    <>
      <SheetHead
        title={words.stalls}
        sub={props.step.title}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <Show when={rungs().length > 0} fallback={<p class={styles.hint}>{words.nobodyTold}</p>}>
          <ol class={styles.lines}>
            <For each={rungs()}>
              {(rung, index) => (
                <li class={styles.line} aria-label={words.rungNumber(index() + 1)}>
                  <div class={styles.fields}>
                    <SelectField
                      label={words.when}
                      value={`${rung.from} ${rung.after}`}
                      onChoose={(chosen) => {
                        const [from, after] = chosen.split(' ');
                        change(index(), { from: from as Rung['from'], after: Number(after) });
                      }}
                    >
                      <For each={originsOf(rung)}>
                        {(from) => (
                          <optgroup label={words[from]}>
                            <For each={delaysOf(rung, from)}>
                              {(after) => (
                                <option
                                  value={`${from} ${after}`}
                                  selected={rung.from === from && rung.after === after}
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
                      value={rung.action}
                      onChoose={(action) => change(index(), { action: action as Rung['action'] })}
                    >
                      <For each={offered(rung)}>
                        {(action) => (
                          <option value={action} selected={rung.action === action}>
                            {words.action(action)}
                          </option>
                        )}
                      </For>
                    </SelectField>
                  </div>
                  <IconButton
                    label={words.removeRung(index() + 1)}
                    size={40}
                    onClick={() => setRungs(rungs().filter((_, at) => at !== index()))}
                  >
                    <IconX />
                  </IconButton>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={rungs().length < 12}>
          <Button size={48} onClick={add}>
            {words.addRung}
          </Button>
        </Show>
        <p class={styles.hint}>{words.quietly}</p>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void save(rungs())}>
          {words.save}
        </Button>
        <Show when={!props.step.ladder.usual}>
          <Button onClick={() => void save(null)}>{words.asUsual}</Button>
        </Show>
      </SheetFoot>
    </>
  );
}
