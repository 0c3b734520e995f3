/** One thing that needs a look: what happened, the suggested way out, and the others when asked for. */
import { createSignal, createUniqueId, For, Show } from 'solid-js';
import type { Command } from '../../../model/command.ts';
import type { AlertLine, AlertPage, AlertWayView } from '../../../views/alert-view.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { alertSentence } from './alert-sentence.ts';
import { readAlerts } from './read-alerts.ts';
import styles from './alerts.module.css';
import { useAlertWords } from './use-alert-words.ts';

export function AlertCard(props: {
  readonly line: AlertLine;
  /** Where a way out needs a page of its own, which stays when the alert goes. */
  readonly onOpen: (at: AlertPage) => void;
}) {
  const words = useAlertWords();
  const now = useNow();
  const mayAct = useMayAct();
  const { sendAll, busy } = useCommands();
  const [open, setOpen] = createSignal(false);
  const [sure, setSure] = createSignal<Command>();
  const more = createUniqueId();

  const href = (): string => {
    const { run, occurrence } = props.line;
    return occurrence === null ? runPath(run) : stepPath(run, occurrence);
  };
  const suggested = (): AlertWayView | undefined => props.line.ways[0];
  const others = (): readonly AlertWayView[] => props.line.ways.slice(1);
  const label = ({ kind, person, title }: AlertWayView): string =>
    words.way(kind, person?.name ?? null, title);

  const take = async (way: AlertWayView, command: Command): Promise<void> => {
    if (busy()) return;
    // What ends everybody's work is asked twice.
    if (way.kind === 'cancelRun' && sure() === undefined) {
      setSure(command);
      return;
    }
    setSure(undefined);
    const { run, title } = props.line;
    // Who does something about it need not be told of it again.
    await sendAll(run, [command, ...reading()], {
      said: words.said(way.kind, title, way.person?.name ?? null, way.title),
      names: { step: () => title },
    });
  };
  const reading = (): readonly Command[] => readAlerts(props.line);
  const read = async (): Promise<void> => {
    const [first, ...rest] = reading();
    if (first !== undefined && !busy()) await sendAll(props.line.run, [first, ...rest]);
  };
  const wayButton = (way: AlertWayView, isSuggested: boolean) => (
    <Show
      when={way.command}
      fallback={
        <Show
          when={way.opens}
          fallback={
            <ButtonLink
              href={href()}
              size={48}
              wraps
              kind={isSuggested ? 'ink' : 'plain'}
              label={`${label(way)}: ${props.line.title}`}
            >
              {label(way)}
            </ButtonLink>
          }
        >
          {(opens) => (
            <Button
              size={48}
              wraps
              kind={isSuggested ? 'ink' : 'plain'}
              aria-haspopup="dialog"
              aria-label={`${label(way)}: ${props.line.title}`}
              onClick={() => props.onOpen(opens())}
            >
              {label(way)}
            </Button>
          )}
        </Show>
      }
    >
      {(command) => (
        <Button
          size={48}
          wraps
          kind={isSuggested ? 'ink' : 'plain'}
          aria-busy={busy()}
          onClick={() => void take(way, command())}
        >
          {label(way)}
        </Button>
      )}
    </Show>
  );

  return (
    <MatterCard
      start={<StateGlyph shape={props.line.tone} />}
      level={2}
      title={
        props.line.occurrence === null ? props.line.title : `${props.line.title}, ${props.line.runTitle}`
      }
      heading={<a href={href()}>{props.line.title}</a>}
      hint={alertSentence(words, props.line, now())}
      details={
        <Show when={props.line.occurrence !== null}>
          <p>{props.line.runTitle}</p>
        </Show>
      }
    >
      <Show
        when={sure()}
        fallback={
          <div class={styles.ways}>
            <Show when={suggested()} keyed>
              {(way) => wayButton(way, true)}
            </Show>
            <Show when={others().length > 0}>
              <Button
                kind="ghost"
                size={48}
                aria-expanded={open()}
                aria-controls={more}
                aria-label={words.moreFor(props.line.title)}
                onClick={() => setOpen(!open())}
              >
                {words.more}
              </Button>
            </Show>
            <Show when={mayAct()}>
              <Button
                kind="ghost"
                size={48}
                aria-label={words.gotItFor(props.line.title)}
                onClick={() => void read()}
              >
                {words.gotIt}
              </Button>
            </Show>
          </div>
        }
      >
        {(command) => (
          <div role="alertdialog" aria-label={words.sureTitle} class={styles.sure}>
            <p>
              <b>{words.sureTitle}</b> {words.sureHint}
            </p>
            <div class={styles.ways}>
              <Button
                kind="ink"
                size={48}
                aria-busy={busy()}
                onClick={() =>
                  void take({ kind: 'cancelRun', command: command(), person: null, title: null }, command())
                }
              >
                {words.sure}
              </Button>
              <Button size={48} onClick={() => setSure(undefined)}>
                {words.keep}
              </Button>
            </div>
          </div>
        )}
      </Show>
      <div id={more} class={styles.ways} hidden={!open() || sure() !== undefined}>
        <For each={others()}>{(way) => wayButton(way, false)}</For>
      </div>
    </MatterCard>
  );
}
