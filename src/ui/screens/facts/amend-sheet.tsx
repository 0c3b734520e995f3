/** Puts right what cannot be done again: the facts that the step said, and a note. */
import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactValue } from '../../../model/fact.ts';
import type { FactId, RunId } from '../../../model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { type CheckedStep, useFactCommands } from './fact-commands.ts';
import { type FactEntry, isSameValue } from './fact-entry.ts';
import { FactInput } from './fact-input.tsx';
import { OwnEscape } from './own-escape.tsx';
import styles from './facts.module.css';

export function AmendSheet(props: {
  readonly run: RunId;
  readonly step: CheckedStep;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'step' as const, run: props.run, key: props.step.key }));
  const commands = useFactCommands(() => props.run);
  const [entries, setEntries] = createSignal<ReadonlyMap<FactId, FactEntry>>(new Map());
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const emptyId = createUniqueId();
  const writes = () => (view()?.writes ?? []).filter((fact) => fact.follows === null);
  /** Only what somebody typed and what differs: the rest was right. */
  const changed = (): Readonly<Record<FactId, FactValue | null>> => {
    const facts: Record<FactId, FactValue | null> = {};
    for (const fact of writes()) {
      const entry = entries().get(fact.fact);
      if (entry === undefined || entry.kind === 'invalid') continue;
      const value = entry.kind === 'value' ? entry.value : null;
      if (!isSameValue(value, fact.value)) facts[fact.fact] = value;
    }
    return facts;
  };
  const nothing = () => note().trim() === '' && Object.keys(changed()).length === 0;
  const save = async (): Promise<void> => {
    setTried(true);
    if ([...entries().values()].some((entry) => entry.kind === 'invalid') || nothing()) return;
    if (await commands.amend(props.step, changed(), note())) props.onClose();
  };

  return (
    <OwnEscape>
      <Sheet place="centre" onClose={props.onClose}>
        <SheetHead
          title={messages.facts.amendTitle}
          eyebrow={props.step.title}
          sub={messages.facts.amendHint}
          closeLabel={messages.frame.close}
        />
        <SheetBody>
          <Show when={view()} fallback={<Skeleton label={messages.frame.loading} />}>
            <For each={writes()}>
              {(fact) => (
                <FactInput
                  fact={fact}
                  value={fact.value}
                  insist={tried()}
                  onEntry={(entry) => setEntries((before) => new Map(before).set(fact.fact, entry))}
                />
              )}
            </For>
          </Show>
          <Field
            label={messages.facts.amendNote}
            placeholder={messages.facts.amendNoteHint}
            multiline
            maxLength={2000}
            value={note()}
            onInput={setNote}
            {...(tried() && nothing() && { invalid: true, describedBy: emptyId })}
          />
          <Show when={tried() && nothing()}>
            <p class={styles.problem} id={emptyId} role="alert">
              {messages.facts.amendEmpty}
            </p>
          </Show>
        </SheetBody>
        <SheetFoot>
          <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void save()}>
            {messages.facts.amendSave}
          </Button>
        </SheetFoot>
      </Sheet>
    </OwnEscape>
  );
}
