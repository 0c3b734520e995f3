/** Flows that are over: how each ended, when and by whom; found by name, archived, brought back, done again. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import IconArchive from '~icons/lucide/archive';
import IconArchiveRestore from '~icons/lucide/archive-restore';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconRotate from '~icons/lucide/rotate-ccw';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunLine } from '../../../views/flows-view.ts';
import { createGrowing } from '../../growing.ts';
import { useIsMember } from '../../access.ts';
import { useCommands } from '../../commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Field } from '../../kit/field.tsx';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { Section } from '../../kit/section.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { againPath } from '../../routes.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import styles from './flows-screen.module.css';
import { RunCard } from './run-card.tsx';

/** From here on looking through them takes longer than typing a word. */
const manyRuns = 8;

export function FinishedRuns(props: { readonly runs: readonly RunLine[] }) {
  const messages = useMessages();
  const words = useDailyWords();
  const [typed, setTyped] = createSignal('');
  const found = (): readonly RunLine[] => {
    const wanted = typed().trim().toLocaleLowerCase();
    return props.runs.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  };
  const shown = () => found().filter(({ archived }) => archived !== true);
  const archived = () => found().filter((run) => run.archived === true);
  return (
    <Show
      when={props.runs.length > 0}
      fallback={<EmptyState title={messages.flows.emptyFinished} hint={messages.flows.emptyFinishedHint} />}
    >
      <Show when={props.runs.length >= manyRuns}>
        <div class={styles.find}>
          <Field label={words.findFinished} value={typed()} onInput={setTyped} enterKeyHint="search" />
        </div>
      </Show>
      <Show
        when={shown().length > 0}
        fallback={
          <Show when={archived().length === 0}>
            <EmptyState title={words.noneFound} hint={words.noneFoundHint} />
          </Show>
        }
      >
        <Cards runs={shown()} />
      </Show>
      <Show when={archived().length > 0}>
        <Section title={words.archived(archived().length)}>
          <Cards runs={archived()} />
        </Section>
      </Show>
    </Show>
  );
}

function Cards(props: { readonly runs: readonly RunLine[] }) {
  const runs = createGrowing(() => props.runs);
  const isMember = useIsMember();
  return (
    <div class={styles.cards}>
      <For each={runs()}>
        {(run) => (
          <div class={styles.place}>
            <RunCard run={run} menu={isMember()} />
            <Show when={isMember()}>
              <span class={styles.more}>
                <RunMenu run={run} />
              </span>
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}

function RunMenu(props: { readonly run: RunLine }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDailyWords();
  const navigate = useNavigate();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const put = async (archived: boolean): Promise<void> => {
    const { run, title } = props.run;
    const result = await household.intent({ kind: 'archiveRun', run, archived });
    if (!result.ok) {
      sayFailed(result.error);
      return;
    }
    toasts.show({
      text: archived ? words.archivedToast(title) : words.backToast(title),
      action: { label: messages.frame.undo, run: () => void put(!archived) },
    });
  };
  const items = (): readonly MenuItem[] => [
    {
      label: words.again,
      icon: <IconRotate />,
      run: () => navigate(againPath(props.run.run)),
    },
    props.run.archived === true
      ? { label: words.bringBack, icon: <IconArchiveRestore />, run: () => void put(false) }
      : { label: words.archive, icon: <IconArchive />, run: () => void put(true) },
  ];
  return <Menu label={words.menuOf(props.run.title)} icon={<IconEllipsis />} items={items()} />;
}
