/** Facts as rows: what is known or missing, and a tap to fill it in or change it. */
import { createSignal, For, lazy, Show, Suspense } from 'solid-js';
import IconChevronRight from '~icons/lucide/chevron-right';
import IconExternalLink from '~icons/lucide/external-link';
import { useIsMember } from '../../access.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactId, RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { useNow } from '../../clock.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { webAddress } from './fact-entry.ts';
import { FactIcon } from './fact-icon.tsx';
import { factText } from './telling.ts';
import styles from './facts.module.css';

const FactEditSheet = lazy(async () => ({ default: (await import('./fact-edit-sheet.tsx')).FactEditSheet }));

export function FactRows(props: {
  readonly run: RunId;
  readonly facts: readonly FactView[];
  /** Names the list for screen readers, where no heading does. */
  readonly label?: string;
  /** The step at which they are said, if they are shown at one. */
  readonly at?: OccurrenceKey;
  /** Who set it, who can say, what it follows: a third line. */
  readonly details?: boolean;
  /** Takes the place of the sheet that a row opens otherwise. */
  readonly onEdit?: (fact: FactId) => void;
  /** They are shown and cannot be changed here; whoever is no member changes none, unless it says so. */
  readonly fixed?: boolean;
}) {
  const isMember = useIsMember();
  const fixed = (): boolean => props.fixed ?? !isMember();
  const [editing, setEditing] = createSignal<FactId>();
  const edited = () => props.facts.find((fact) => fact.fact === editing());
  const open = (fact: FactId): void => {
    if (props.onEdit === undefined) setEditing(fact);
    else props.onEdit(fact);
  };
  return (
    <>
      <ul class={styles.rows} aria-label={props.label}>
        <For each={props.facts}>
          {(fact) => (
            <FactRow
              fact={fact}
              details={props.details ?? false}
              fixed={fixed() || fact.follows !== null}
              onOpen={() => open(fact.fact)}
            />
          )}
        </For>
      </ul>
      <Show when={edited()}>
        {(fact) => (
          <Suspense>
            <FactEditSheet
              run={props.run}
              fact={fact()}
              {...(props.at !== undefined && { at: props.at })}
              onClose={() => setEditing(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </>
  );
}

function FactRow(props: {
  readonly fact: FactView;
  readonly details: boolean;
  readonly fixed: boolean;
  readonly onOpen: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const missing = () => props.fact.value === null;
  const link = () => (props.fact.value?.kind === 'link' ? webAddress(props.fact.value.url) : null);
  const disputed = () => props.fact.sides.length > 1;
  const detail = (): string => {
    const { follows, unconfirmed, forNow, setBy, setAt, suppliers } = props.fact;
    if (follows !== null) return messages.facts.follows(follows);
    if (forNow !== null) return messages.facts.forNow(forNow.title);
    if (unconfirmed) return messages.facts.unconfirmed;
    if (missing()) return messages.facts.canSay(suppliers);
    return props.details ? messages.facts.setBy(setBy, setAt, now()) : '';
  };
  const words = () => (
    <>
      <small class={styles.name} dir="auto">
        {props.fact.name}
      </small>
      <span class={styles.value} data-missing={missing()} dir="auto">
        {factText(messages, props.fact, now())}
      </span>
      <Show when={disputed() || detail() !== ''}>
        <small class={styles.detail}>
          <Show when={disputed()} fallback={detail()}>
            <ToneText tone="conflict">{messages.facts.disputedTitle}</ToneText>
          </Show>
        </small>
      </Show>
    </>
  );
  return (
    <li class={styles.row}>
      <span class={styles.icon}>
        <FactIcon kind={props.fact.kind} />
      </span>
      <Show when={!props.fixed} fallback={<span class={styles.text}>{words()}</span>}>
        <button
          type="button"
          class={`${styles.text} ${styles.open}`}
          aria-haspopup="dialog"
          onClick={() => props.onOpen()}
        >
          {words()}
        </button>
      </Show>
      <Show when={link()}>
        {(href) => (
          <a
            class={styles.link}
            href={href()}
            target="_blank"
            rel="noopener noreferrer"
            referrerpolicy="no-referrer"
            aria-label={messages.facts.openLinkOf(props.fact.name)}
            title={messages.facts.openLink}
          >
            <IconExternalLink />
          </a>
        )}
      </Show>
      <Show when={!props.fixed}>
        <span class={styles.end} aria-hidden="true">
          <Show when={missing() && !disputed()} fallback={<IconChevronRight data-flips="" />}>
            {messages.facts.fillIn}
          </Show>
        </span>
      </Show>
    </li>
  );
}
