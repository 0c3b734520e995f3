/** What we know: every fact of a run. Two answers first, then what is missing, then what is known. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import IconChevronLeft from '~icons/lucide/chevron-left';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactId, RunId } from '../../../model/ids.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { IconButton } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { DisputeCard } from './dispute-card.tsx';
import { FactEditPage } from './fact-edit-page.tsx';
import { FactRows } from './fact-rows.tsx';
import { OwnEscape } from './own-escape.tsx';
import styles from './facts.module.css';

export function FactsSheet(props: {
  readonly run: RunId;
  readonly facts: readonly FactView[];
  readonly onClose: () => void;
}) {
  const [editing, setEditing] = createSignal<FactId>();
  const [returned, setReturned] = createSignal(false);
  const edited = () => props.facts.find((fact) => fact.fact === editing());
  const messages = useMessages();
  const back = (): void => {
    setReturned(true);
    setEditing(undefined);
  };
  return (
    <OwnEscape>
      <Sheet onClose={props.onClose}>
        <Show
          when={edited()}
          fallback={
            <FactsPage run={props.run} facts={props.facts} takesFocus={returned()} onEdit={setEditing} />
          }
        >
          {(fact) => (
            <FactEditPage
              run={props.run}
              fact={fact()}
              before={
                <IconButton label={messages.frame.back} size={40} onClick={back}>
                  <IconChevronLeft data-flips="" />
                </IconButton>
              }
              onDone={back}
            />
          )}
        </Show>
      </Sheet>
    </OwnEscape>
  );
}

function FactsPage(props: {
  readonly run: RunId;
  readonly facts: readonly FactView[];
  readonly takesFocus: boolean;
  readonly onEdit: (fact: FactId) => void;
}) {
  const messages = useMessages();
  const disputed = createMemo(() => props.facts.filter((fact) => fact.sides.length > 1));
  const settled = createMemo(() => props.facts.filter((fact) => fact.sides.length < 2));
  const missing = createMemo(() => settled().filter((fact) => fact.value === null));
  const known = createMemo(() => settled().filter((fact) => fact.value !== null));
  return (
    <>
      <SheetHead
        title={messages.facts.title}
        sub={
          props.facts.length === 0
            ? messages.facts.none
            : messages.facts.count(
                props.facts.filter((fact) => fact.value !== null).length,
                props.facts.length,
              )
        }
        closeLabel={messages.frame.close}
        takesFocus={props.takesFocus}
      />
      <SheetBody>
        <For each={disputed()}>{(fact) => <DisputeCard run={props.run} fact={fact} />}</For>
        <Group title={messages.facts.missingTitle} run={props.run} facts={missing()} onEdit={props.onEdit} />
        <Group title={messages.facts.knownTitle} run={props.run} facts={known()} onEdit={props.onEdit} />
      </SheetBody>
    </>
  );
}

function Group(props: {
  readonly title: string;
  readonly run: RunId;
  readonly facts: readonly FactView[];
  readonly onEdit: (fact: FactId) => void;
}) {
  return (
    <Show when={props.facts.length > 0}>
      <section>
        <h3 class={styles.group}>{props.title}</h3>
        <FactRows run={props.run} facts={props.facts} label={props.title} details onEdit={props.onEdit} />
      </section>
    </Show>
  );
}
