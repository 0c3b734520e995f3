/** Recurring flows: what starts by itself, when it starts next, and what may be done about it. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconPause from '~icons/lucide/pause';
import IconPlay from '~icons/lucide/play';
import IconRepeat from '~icons/lucide/repeat';
import IconRoute from '~icons/lucide/route';
import IconSlidersHorizontal from '~icons/lucide/sliders-horizontal';
import IconTrash from '~icons/lucide/trash-2';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RecurringWords } from '../../../i18n/core/en/recurring.ts';
import type { RecurringLine } from '../../../views/flows-view.ts';
import type { Intent } from '../../../worker/messages.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { runPath } from '../../routes.ts';
import styles from './recurring.module.css';
import { RepeatSheet } from './repeat-sheet.tsx';
import { useRecurringWords } from './use-recurring-words.ts';

export function RecurringSection(props: { readonly lines: readonly RecurringLine[] }) {
  const words = useRecurringWords();
  const [changing, setChanging] = createSignal<RecurringLine>();
  return (
    <Section title={words.title}>
      <ul>
        <For each={props.lines}>{(line) => <Line line={line} onChange={() => setChanging(line)} />}</For>
      </ul>
      <Show when={changing()} keyed>
        {(line) => (
          <RepeatSheet
            workflow={line.schedule.workflow}
            title={line.schedule.title}
            schedule={line.schedule}
            pattern={line.pattern}
            onClose={() => setChanging(undefined)}
          />
        )}
      </Show>
    </Section>
  );
}

function stateWords(words: RecurringWords, line: RecurringLine, now: number): string {
  const next = line.upcoming?.[0];
  if (line.problem === 'workflowMissing' || line.workflowTitle === null) return words.gone;
  if (line.schedule.paused === true) return words.paused;
  if (line.problem !== null) return words.refused;
  if (line.held !== null) return words.held;
  if (line.upcoming === null) return words.working;
  return next === undefined ? words.over : words.next(next, now);
}

function Line(props: { readonly line: RecurringLine; readonly onChange: () => void }) {
  const words = useRecurringWords();
  const messages = useMessages();
  const household = useHousehold();
  const toasts = useToasts();
  const navigate = useNavigate();
  const now = useNow();
  const isMember = useIsMember();
  const { sayFailed } = useCommands();
  const schedule = () => props.line.schedule;
  const isPaused = (): boolean => schedule().paused === true;

  const send = async (intent: Intent, said: string, back?: Intent): Promise<void> => {
    const result = await household.intent(intent);
    if (!result.ok) {
      sayFailed(result.error);
      return;
    }
    toasts.show({
      text: said,
      ...(back !== undefined && {
        action: { label: messages.frame.undo, run: () => void send(back, messages.frame.undone) },
      }),
    });
  };
  const pause = (paused: boolean): void => {
    const { id, title } = schedule();
    void send(
      { kind: 'pauseSchedule', id, paused },
      paused ? words.pausedToast(title) : words.goesOnToast(title),
    );
  };
  const remove = (): void => {
    const { id, title } = schedule();
    void send({ kind: 'removeSchedule', id, removed: true }, words.removedToast(title), {
      kind: 'removeSchedule',
      id,
      removed: false,
    });
  };
  const startNow = (): void => {
    const { id, title } = schedule();
    void send({ kind: 'startNext', id }, words.startedToast(title));
  };
  const items = (): readonly MenuItem[] => {
    const { running, workflowTitle } = props.line;
    return [
      ...(workflowTitle === null
        ? []
        : [
            { label: words.change, icon: <IconSlidersHorizontal />, run: props.onChange },
            { label: words.startNow, icon: <IconPlay />, run: startNow },
          ]),
      ...(running === null
        ? []
        : [{ label: words.openRunning, icon: <IconRoute />, run: () => navigate(runPath(running)) }]),
      isPaused()
        ? { label: words.goOn, icon: <IconPlay />, run: () => pause(false) }
        : { label: words.pause, icon: <IconPause />, run: () => pause(true) },
      { label: words.remove, icon: <IconTrash />, run: remove },
    ];
  };
  return (
    <Row
      start={
        <span class={styles.icon}>
          <IconRepeat />
        </span>
      }
      title={schedule().title}
      sub={
        <>
          <span class={styles.part}>{stateWords(words, props.line, now())}</span>
          <span class={styles.part}>{words.line(props.line.pattern, schedule().rule.time)}</span>
        </>
      }
      quiet={isPaused()}
      end={
        <Show when={isMember()}>
          <Menu label={words.more(schedule().title)} icon={<IconEllipsis />} items={items()} />
        </Show>
      }
    />
  );
}
