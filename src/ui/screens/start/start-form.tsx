/**
 * The form of a start. Everything has a sensible answer already, so nothing has to be typed.
 * Starting makes the household first when there is none.
 */
import { createMemo, createSignal, createUniqueId, For, lazy, Show, Suspense, untrack } from 'solid-js';
import IconUsers from '~icons/lucide/users-round';
import { type AgainPreview, createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactValue } from '../../../model/fact.ts';
import type { FactId, StepId } from '../../../model/ids.ts';
import type { StepDefinition } from '../../../model/workflow.ts';
import type { WorkflowPreview } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { ScreenFoot } from '../../kit/screen-foot.tsx';
import { Field } from '../../kit/field.tsx';
import type { Face } from '../../kit/avatar.tsx';
import { type FactEntry, valueToEntry } from '../facts/fact-entry.ts';
import { FactInput } from '../facts/fact-input.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { DraftRail } from './draft-rail.tsx';
import { proposeAnchor } from './propose-anchor.ts';
import { draftDue, draftTones, toggleDone } from './draft.ts';
import { PartsSheet } from './parts-sheet.tsx';
import { holderOf, partsOf, pickOf, picksToChoices, type PartPick, type PartPicks } from './parts.ts';
import { definitionToNames } from '../../names.ts';
import { useStart } from './start-run.ts';
import styles from './start-form.module.css';
import { namedItems } from '../items/new-item.ts';

const ItemNames = lazy(async () => ({ default: (await import('../items/item-names.tsx')).ItemNames }));

const RepeatOffer = lazy(async () => ({
  default: (await import('../recurring/repeat-offer.tsx')).RepeatOffer,
}));

function dateOf(again: AgainPreview | undefined, fact: FactId | undefined): string | undefined {
  const value = fact === undefined ? undefined : again?.facts[fact];
  return value?.kind === 'date' ? value.date : undefined;
}

export function StartForm(props: {
  readonly preview: WorkflowPreview;
  readonly back: { readonly href: string; readonly label: string };
  readonly onStarted: () => void;
  /** What it begins with, where it is like an earlier start. */
  readonly again?: AgainPreview;
  /** It was made to start by itself instead. */
  readonly onRepeats?: () => void;
}) {
  const messages = useMessages();
  const app = useAppView();
  const now = useNow();
  const people = createView(() => ({ kind: 'people' as const }));
  const { start, busy } = useStart();
  const definition = () => props.preview.definition;
  const steps = () => definition().steps;
  // The form lives as long as one preview does, so its first answers come from it once.
  const again = untrack(() => props.again);
  // A day is proposed for the anchor; an anchor of another kind is asked for like any fact.
  const anchorFact = () => definition().facts.find((fact) => fact.anchor === true && fact.kind === 'date');
  const asked = () =>
    definition().facts.filter(
      (fact) =>
        (fact.atStart === true || fact.anchor === true) &&
        fact.derived === undefined &&
        fact !== anchorFact(),
    );
  const factOf = (id: FactId): FactValue | null => again?.facts[id] ?? null;
  const [title, setTitle] = createSignal(again?.title ?? definition().title);
  const [name, setName] = createSignal('');
  const [anchor, setAnchor] = createSignal(
    untrack(
      () =>
        dateOf(again, anchorFact()?.id) ??
        proposeAnchor((at) => messages.formats.inputDate(at), now(), props.preview.repeat, definition()),
    ),
  );
  const [picks, setPicks] = createSignal<PartPicks>({
    ...partsOf(definition().parts, steps()),
    ...again?.parts,
  });
  const [done, setDone] = createSignal<ReadonlySet<StepId>>(new Set());
  const [choosing, setChoosing] = createSignal(false);
  const factsId = createUniqueId();

  const [known, setKnown] = createSignal<ReadonlyMap<FactId, FactEntry>>(
    untrack(() => new Map(asked().map(({ id }) => [id, valueToEntry(factOf(id))]))),
  );
  const [insist, setInsist] = createSignal(false);

  const lists = () =>
    (definition().sections ?? []).filter(
      ({ perItem }) => perItem !== undefined && perItem.items !== 'design',
    );
  const [names, setNames] = createSignal<Readonly<Record<string, readonly string[]>>>(
    Object.fromEntries(
      lists().map(({ id, perItem }) => [
        id,
        again?.items[id] ?? (perItem?.known ?? []).map(({ name: item }) => item),
      ]),
    ),
  );
  const isFirst = () => app()?.stage === 'empty';
  const me = () => app()?.me?.id;
  const tones = createMemo(() => draftTones(steps(), done(), (step) => holderOf(step, picks(), me())));
  const mine = () => [...tones().values()].filter((tone) => tone === 'turn').length;
  // What stands in for another step is nobody's before somebody calls upon it.
  const wanted = () => steps().filter(({ fallbackOf }) => fallbackOf === undefined);
  const doneCount = () => wanted().filter(({ id }) => done().has(id)).length;
  const open = () => wanted().length - doneCount();

  const nameOf = (pick: PartPick): string => {
    switch (pick.kind) {
      case 'me':
        return messages.states.you;
      case 'person':
        return people()?.people.find((person) => person.id === pick.person)?.name ?? messages.states.somebody;
      case 'role': {
        const role = people()?.roles.find((each) => each.id === pick.role);
        return role === undefined ? messages.states.somebody : messages.states.anyone(role.name);
      }
      case 'new':
        return pick.name.trim() === '' ? messages.start.partNew : pick.name.trim();
      case 'later':
        return messages.start.nobody;
    }
  };
  const who = () => [...new Set(Object.values(picks()).map(nameOf))].join(', ');
  const faceOf = (step: StepDefinition): Face | null => {
    const pick = pickOf(step, picks());
    if (pick.kind === 'later' || pick.kind === 'role' || (pick.kind === 'new' && pick.name.trim() === ''))
      return null;
    const known =
      pick.kind === 'me'
        ? people()?.me
        : pick.kind === 'person'
          ? people()?.people.find((person) => person.id === pick.person)
          : undefined;
    if (known) return known;
    const shown = pick.kind === 'me' ? name().trim() || messages.start.defaultName : nameOf(pick);
    const colour = pick.kind === 'me' ? 'sand' : 'sage';
    return { id: pick.kind, name: shown, initials: shown.slice(0, 1).toUpperCase(), colour, outside: false };
  };
  const dueOf = (step: StepDefinition): string => {
    const at = draftDue(definition(), step, anchor(), now());
    return at === null ? '' : messages.formats.dayOfMonth(at);
  };

  const go = async (): Promise<void> => {
    const fact = anchorFact();
    const facts: Record<FactId, FactValue> = {};
    if (fact !== undefined && anchor() !== '') facts[fact.id] = { kind: 'date', date: anchor() };
    const entries = [...known()];
    if (entries.some(([, entry]) => entry.kind === 'invalid')) {
      setInsist(true);
      document.getElementById(factsId)?.scrollIntoView({ block: 'center' });
      return;
    }
    for (const [id, entry] of entries) if (entry.kind === 'value') facts[id] = entry.value;
    const started = await start(
      name().trim() || messages.start.defaultName,
      {
        kind: 'startRun',
        title: title().trim() || definition().title,
        source: { kind: 'workflow', id: definition().id },
        parts: picksToChoices(picks()),
        facts,
        ...(lists().length === 0 ? {} : { items: namedItems(names()) }),
        alreadyDone: steps()
          .map((step) => step.id)
          .filter((step) => done().has(step)),
      },
      { names: definitionToNames(definition()) },
    );
    if (started) props.onStarted();
  };

  return (
    <div class={styles.screen}>
      <PageHead title={definition().title} back={props.back} />
      <div class={styles.fields}>
        <div class={styles.whole}>
          <Field label={messages.start.name} value={title()} onInput={setTitle} maxLength={120} />
        </div>
        <Show when={anchorFact()}>
          {(fact) => <Field label={fact().name} type="date" value={anchor()} onInput={setAnchor} />}
        </Show>
        <Show when={isFirst()}>
          <Field
            label={messages.start.yourName}
            value={name()}
            placeholder={messages.start.defaultName}
            autocomplete="given-name"
            maxLength={60}
            onInput={setName}
          />
        </Show>
        <Show when={definition().parts.length > 0}>
          <button
            type="button"
            class={styles.people}
            aria-haspopup="dialog"
            onClick={() => setChoosing(true)}
          >
            <IconUsers />
            <span>
              <small>{messages.start.people}</small>
              <b>{who()}</b>
            </span>
          </button>
        </Show>
      </div>
      <Show when={asked().length > 0}>
        <section class={styles.facts} id={factsId} aria-labelledby={`${factsId}-title`}>
          <h2 id={`${factsId}-title`}>{messages.start.facts}</h2>
          <p>{messages.start.factsHint}</p>
          <For each={asked()}>
            {(fact) => (
              <FactInput
                fact={{
                  name: fact.name,
                  kind: fact.kind,
                  options: fact.options ?? [],
                  zone: messages.formats.zone,
                }}
                value={factOf(fact.id)}
                insist={insist()}
                onEntry={(entry) => setKnown((before) => new Map(before).set(fact.id, entry))}
              />
            )}
          </For>
        </section>
      </Show>
      <Show when={lists().length > 0}>
        <section class={styles.facts}>
          <Suspense>
            <ItemNames
              sections={lists()}
              namesOf={(section) => names()[section] ?? []}
              onNames={(section, typed) => setNames((before) => ({ ...before, [section]: typed }))}
            />
          </Suspense>
        </section>
      </Show>
      <Show when={!isFirst() && props.preview.repeat}>
        {(pattern) => (
          <Suspense>
            <RepeatOffer
              workflow={definition().id}
              title={definition().title}
              pattern={pattern()}
              onSaved={() => props.onRepeats?.()}
            />
          </Suspense>
        )}
      </Show>
      <div class={styles.line}>
        <h2>{messages.start.tapDone}</h2>
        <span aria-live="polite">{messages.start.count(doneCount(), wanted().length)}</span>
      </div>
      <DraftRail
        label={messages.start.tapDone}
        definition={definition()}
        rail={props.preview.rail}
        tones={tones()}
        dueOf={dueOf}
        faceOf={faceOf}
        onToggle={(step) => setDone((before) => toggleDone(steps(), before, step))}
      />
      <ScreenFoot>
        <p aria-live="polite">
          {open() === 0 ? messages.start.allDone : messages.start.summary(mine(), open() - mine())}
        </p>
        <Button kind="ink" aria-busy={busy()} onClick={() => void go()}>
          {messages.start.go}
        </Button>
      </ScreenFoot>
      <Show when={choosing()}>
        <PartsSheet
          parts={definition().parts}
          picks={picks()}
          people={people()?.people ?? []}
          roles={people()?.roles ?? []}
          onPick={(part, pick) => setPicks((before) => ({ ...before, [part]: pick }))}
          onClose={() => setChoosing(false)}
        />
      </Show>
    </div>
  );
}
