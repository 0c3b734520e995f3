/**
 * One step: what everybody asks of it first, and a row for everything else, each a page of its own. What is changed
 * is kept until it is saved, and saved as one change that can be undone. Or a new one.
 */
import { createMemo, createSignal, type JSX, Match, Show, Switch, untrack } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import IconArrowDown from '~icons/lucide/arrow-down';
import IconArrowLeft from '~icons/lucide/arrow-left';
import IconArrowUp from '~icons/lucide/arrow-up';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { asId, type StepId } from '../../../model/ids.ts';
import type { EditOperation } from '../../../model/edit-operation.ts';
import type { StepDefinition } from '../../../model/workflow.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import type { PlanSurface } from './plan-surface.ts';
import { SimplePart } from './simple-part.tsx';
import {
  draftToOperations,
  draftToStep,
  emptyDraft,
  newStepToOperations,
  withEdge,
  withFields,
} from './step-draft.ts';
import styles from './step-editor.module.css';
import { StepPageRows } from './step-page-rows.tsx';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { StepTicks } from './step-ticks.tsx';
import { useStepEditorWords } from './use-step-editor-words.ts';

interface EditorProps {
  readonly surface: PlanSurface;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}

/** `takenBy`: who claimed it or was handed it, in a flow that is under way. */
export function StepEditor(
  props: EditorProps & { readonly step: StepDefinition; readonly takenBy?: string | null },
) {
  const words = useStepEditorWords();
  const { change, busy } = useChange(() => props.surface);
  const [draft, setDraft] = createSignal(emptyDraft);
  const step = createMemo(() => draftToStep(props.step, draft()));
  const operations = createMemo(() => draftToOperations(props.step, draft()));
  const save = async (): Promise<void> => {
    const title = step().title.trim();
    if (title === '') return;
    if (operations().length === 0 || (await change(operations(), words.saved(title)))) props.onDone();
  };
  const remove = async (): Promise<void> => {
    const { id, title } = props.step;
    if (await change([{ kind: 'removeStep', step: id }], words.removed(title))) props.onDone();
  };
  const part = (): StepPartProps => ({
    surface: props.surface,
    step: step(),
    isNew: false,
    set: (fields) => setDraft((before) => withFields(before, fields)),
    setEdge: (from, edge) => setDraft((before) => withEdge(before, from, edge)),
  });
  return (
    <EditorPages
      title={words.edit(props.step.title)}
      sub={operations().length > 0 ? words.unsaved : undefined}
      before={props.before}
      part={part()}
      takenBy={props.takenBy ?? null}
      after={<Moves surface={props.surface} step={props.step} onChange={change} />}
      foot={
        <Show when={props.surface.mayChange} fallback={<p class={styles.hint}>{words.readOnly}</p>}>
          <Button
            kind="ink"
            grow
            disabled={step().title.trim() === ''}
            aria-busy={busy()}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
          <Button aria-busy={busy()} onClick={() => void remove()}>
            {words.remove}
          </Button>
        </Show>
      }
    />
  );
}

/** `behind`: whom it comes after; what followed that follows the new one. */
export function NewStepEditor(props: EditorProps & { readonly behind: StepId | null }) {
  const words = useStepEditorWords();
  const { change, busy } = useChange(() => props.surface);
  const empty = untrack(
    (): StepDefinition => ({
      id: asId<StepId>(crypto.randomUUID()),
      kind: 'task',
      title: '',
      after: props.behind === null ? [] : [{ from: props.behind }],
      assignee: { kind: 'conductor' },
    }),
  );
  const followers = untrack(() =>
    props.surface.steps.filter(({ after }) => after.some(({ from }) => from === props.behind)),
  );
  const [draft, setDraft] = createSignal(emptyDraft);
  const [unlocks, setUnlocks] = createSignal<ReadonlySet<StepId>>(new Set(followers.map(({ id }) => id)));
  const step = createMemo(() => draftToStep(empty, draft()));
  const others = () => {
    const before = new Set(step().after.map(({ from }) => from));
    return props.surface.steps.filter(({ id }) => !before.has(id));
  };
  const add = async (): Promise<void> => {
    const title = step().title.trim();
    if (title === '') return;
    const offered = new Set(others().map(({ id }) => id));
    const wanted = new Set([...unlocks()].filter((id) => offered.has(id)));
    const operations = newStepToOperations(step(), props.surface.steps, props.behind, wanted);
    if (await change(operations, words.added(title))) props.onDone();
  };
  const part = (): StepPartProps => ({
    surface: props.surface,
    step: step(),
    isNew: true,
    set: (fields) => setDraft((before) => withFields(before, fields)),
    setEdge: (from, edge) => setDraft((before) => withEdge(before, from, edge)),
  });
  return (
    <EditorPages
      title={words.newTitle}
      before={props.before}
      part={part()}
      after={
        <StepTicks
          legend={words.unlocks}
          steps={others()}
          ticked={unlocks()}
          onToggle={(id, on) => {
            const kept = [...unlocks()].filter((each) => each !== id);
            setUnlocks(new Set(on ? [...kept, id] : kept));
          }}
        />
      }
      foot={
        <Button
          kind="ink"
          grow
          disabled={step().title.trim() === ''}
          aria-busy={busy()}
          onClick={() => void add()}
        >
          {words.put}
        </Button>
      }
    />
  );
}

function EditorPages(props: {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly before: JSX.Element;
  readonly part: StepPartProps;
  readonly takenBy?: string | null;
  readonly after: JSX.Element;
  readonly foot: JSX.Element;
}) {
  const messages = useMessages();
  const words = useStepEditorWords();
  const [page, setPage] = createSignal<StepPage>();
  const back = (): void => {
    setPage(undefined);
  };
  return (
    <Switch>
      <Match when={page()}>
        {(open) => (
          <>
            <SheetHead
              title={open().title(words)}
              sub={props.part.step.title}
              closeLabel={messages.frame.close}
              before={
                <IconButton label={messages.frame.back} size={40} onClick={back}>
                  <IconArrowLeft />
                </IconButton>
              }
              takesFocus
            />
            <SheetBody>
              <fieldset class={styles.group} disabled={!props.part.surface.mayChange}>
                <Dynamic component={open().Part} {...props.part} />
              </fieldset>
            </SheetBody>
            <SheetFoot>
              <Button kind="ink" grow onClick={back}>
                {words.done}
              </Button>
            </SheetFoot>
          </>
        )}
      </Match>
      <Match when={page() === undefined}>
        <SheetHead
          title={props.title}
          {...(props.sub !== undefined && { sub: props.sub })}
          closeLabel={messages.frame.close}
          before={props.before}
          takesFocus
        />
        <SheetBody>
          <fieldset class={styles.group} disabled={!props.part.surface.mayChange}>
            <SimplePart {...props.part} takenBy={props.takenBy ?? null} />
          </fieldset>
          <StepPageRows part={props.part} onOpen={(next) => setPage(() => next)} />
          {props.after}
        </SheetBody>
        <SheetFoot>{props.foot}</SheetFoot>
      </Match>
    </Switch>
  );
}

function Moves(props: {
  readonly surface: PlanSurface;
  readonly step: StepDefinition;
  readonly onChange: (operations: readonly EditOperation[], said: string) => Promise<boolean>;
}) {
  const words = useStepEditorWords();
  const place = () => props.surface.steps.findIndex(({ id }) => id === props.step.id);
  const move = (behind: StepId | null): void =>
    void props.onChange([{ kind: 'moveStep', step: props.step.id, behind }], words.moved(props.step.title));
  return (
    <Show when={props.surface.mayChange}>
      <div class={styles.moves}>
        <Show when={place() > 0}>
          <Button size={40} onClick={() => move(props.surface.steps[place() - 2]?.id ?? null)}>
            <IconArrowUp />
            {words.earlier}
          </Button>
        </Show>
        <Show when={props.surface.steps[place() + 1]}>
          {(next) => (
            <Button size={40} onClick={() => move(next().id)}>
              <IconArrowDown />
              {words.later}
            </Button>
          )}
        </Show>
      </div>
    </Show>
  );
}

/** One change at a time. */
function useChange(surface: () => PlanSurface) {
  const [busy, setBusy] = createSignal(false);
  const change = async (operations: readonly EditOperation[], said: string): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    const worked = await surface().change(operations, said);
    setBusy(false);
    return worked;
  };
  return { change, busy };
}
