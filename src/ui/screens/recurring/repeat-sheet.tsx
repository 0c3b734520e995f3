/** Makes a workflow start by itself, or changes when it does. */
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { createView, type SchedulePreview, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId, WorkflowId } from '../../../model/ids.ts';
import type { RepeatPattern } from '../../../model/repeat-pattern.ts';
import type { Schedule } from '../../../model/schedule.ts';
import type { WorkflowDefinition } from '../../../model/workflow.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { definitionToNames } from '../../names.ts';
import { ItemNames } from '../items/item-names.tsx';
import { dateFactsOf, formToDraft, namedSections, type RepeatForm, startForm } from './repeat-form.ts';
import { RepeatRules } from './repeat-rules.tsx';
import { RepeatWhen } from './repeat-when.tsx';
import { RepeatWho } from './repeat-who.tsx';
import styles from './recurring.module.css';
import { useRecurringWords } from './use-recurring-words.ts';

export function RepeatSheet(props: {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly schedule: Schedule | null;
  /** How it repeats, or might. */
  readonly pattern: RepeatPattern | null;
  readonly onClose: () => void;
  readonly onSaved?: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useRecurringWords();
  const now = useNow();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const people = createView(() => ({ kind: 'people' as const }));
  const [definition, setDefinition] = createSignal<WorkflowDefinition>();
  const [suggested, setSuggested] = createSignal<RepeatPattern>();
  const [changes, setChanges] = createSignal<Partial<RepeatForm>>({});
  const [preview, setPreview] = createSignal<SchedulePreview>();
  const [busy, setBusy] = createSignal(false);
  const zone = (): string => props.schedule?.zone ?? messages.formats.zone;
  const pattern = (): RepeatPattern | null => props.pattern ?? suggested() ?? null;

  onMount(() => {
    void household.previewWorkflow(props.workflow).then((found) => {
      setDefinition(() => found?.definition);
      setSuggested(() => found?.repeat);
    });
  });

  /** The day after, so that nothing starts before anybody has looked at it again. */
  const tomorrow = messages.formats.inputDate(now() + 86_400_000);
  const form = createMemo((): RepeatForm => {
    const start = startForm({
      title: props.title,
      from: tomorrow,
      me: people()?.me?.id ?? null,
      pattern: pattern(),
      schedule: props.schedule,
    });
    // Whoever makes it has all of it until they say otherwise, as when a flow is started.
    const mine: PersonId | '' = props.schedule === null && start.conductor !== null ? start.conductor : '';
    const parts = Object.fromEntries(
      (definition()?.parts ?? []).map(
        (part) => [part.id, mine === '' ? '' : namedLike(part.name, mine)] as const,
      ),
    );
    const dates = Object.fromEntries(dateFactsOf(definition()).map(({ id }) => [id, '0']));
    const facts = props.schedule === null ? dates : start.facts;
    const known = Object.fromEntries(
      namedSections(definition() ?? {}).map(({ id, perItem }) => [
        id,
        (perItem?.known ?? []).map(({ name }) => name),
      ]),
    );
    const names = { ...known, ...start.names };
    return { ...start, parts: { ...parts, ...start.parts }, names, facts, ...changes() };
  });
  /** A part that was typed as somebody's name is theirs. */
  const namedLike = (name: string, otherwise: PersonId): PersonId =>
    people()?.people.find((person) => person.name.toLowerCase() === name.toLowerCase())?.id ?? otherwise;
  const change = (part: Partial<RepeatForm>): void => {
    setChanges((before) => ({ ...before, ...part }));
  };
  const draft = createMemo(() => formToDraft(form(), props.workflow, zone(), pattern()));
  const said = createMemo(() => JSON.stringify(draft()));
  createEffect(
    on(said, () => {
      let closed = false;
      onCleanup(() => {
        closed = true;
      });
      const asked = draft();
      if (asked !== null)
        void household.previewSchedule(asked).then((found) => closed || setPreview(() => found));
    }),
  );
  /** What lies behind is over for a repetition that there is already. */
  const atOnce = (): readonly number[] => (props.schedule === null ? (preview()?.atOnce ?? []) : []);
  const startsWords = (): string => {
    const shown = preview();
    if (draft() === null) return words.startsNever;
    if (shown === undefined) return words.working;
    const soon = atOnce().length > 0 ? [words.startsAtOnce(atOnce(), now())] : [];
    const later = shown.upcoming.length > 0 ? [words.starts(shown.upcoming, now())] : [];
    return [...soon, ...later].join(' ') || words.startsNever;
  };

  const save = async (): Promise<void> => {
    const [asked, plan] = [draft(), definition()];
    if (busy() || asked === null || plan === undefined) return;
    setBusy(true);
    const known = props.schedule === null ? {} : { id: props.schedule.id };
    const result = await household.intent({ kind: 'saveSchedule', draft: asked, ...known });
    setBusy(false);
    if (!result.ok) {
      sayFailed(result.error, definitionToNames(plan));
      return;
    }
    const title = asked.title || props.title;
    toasts.show({ text: props.schedule === null ? words.savedToast(title) : words.changedToast(title) });
    props.onClose();
    props.onSaved?.();
  };

  return (
    <Sheet tall onClose={props.onClose}>
      <SheetHead
        title={props.schedule === null ? words.newTitle : words.changeTitle}
        sub={props.title}
        closeLabel={messages.frame.close}
      />
      <Show
        when={people() !== undefined && definition()}
        fallback={<Skeleton label={messages.frame.loading} />}
      >
        {(plan) => (
          <>
            <SheetBody>
              <div class={styles.form}>
                <Field
                  label={words.name}
                  value={form().title}
                  maxLength={120}
                  onInput={(title) => change({ title })}
                />
                <RepeatWhen
                  form={form()}
                  mayKeep={pattern()?.kind === 'other' || form().kind === 'kept'}
                  onChange={change}
                />
                <p class={styles.preview} aria-live="polite">
                  {startsWords()}
                  <Show when={zone() !== messages.formats.zone}> {words.zone(zone())}</Show>
                </p>
                <RepeatWho
                  form={form()}
                  definition={plan()}
                  people={people()?.people ?? []}
                  onChange={change}
                />
                <Show when={namedSections(plan()).length > 0}>
                  <ItemNames
                    sections={namedSections(plan())}
                    namesOf={(section) => form().names[section] ?? []}
                    onNames={(section, typed) => change({ names: { ...form().names, [section]: typed } })}
                  />
                </Show>
                <RepeatRules form={form()} onChange={change} />
              </div>
            </SheetBody>
            <SheetFoot>
              <Button
                kind="ink"
                grow
                disabled={draft() === null}
                aria-busy={busy()}
                onClick={() => void save()}
              >
                {props.schedule === null ? words.save : words.saveChange}
              </Button>
            </SheetFoot>
          </>
        )}
      </Show>
    </Sheet>
  );
}
