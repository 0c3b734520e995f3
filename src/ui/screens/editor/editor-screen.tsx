/** Writing a workflow: its steps with a guide above them, a page for each step, and the rest behind the menu. */
import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconPen from '~icons/lucide/pen-line';
import IconPlus from '~icons/lucide/plus';
import IconRedo from '~icons/lucide/redo-2';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import IconUndo from '~icons/lucide/undo-2';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { EditorView } from '../../../views/editor-view.ts';
import { AvatarStack } from '../../kit/avatar.tsx';
import { Button, ButtonLink, IconButton } from '../../kit/button.tsx';
import { ScreenFoot } from '../../kit/screen-foot.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Menu } from '../../kit/menu.tsx';
import { Notice } from '../../kit/notice.tsx';
import { SheetOrPanel } from '../../kit/sheet-or-panel.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { createMedia, layoutQueries } from '../../media.ts';
import { paths, startPath, workflowFromParam } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import styles from './editor.module.css';
import { editorSurfaceOf, useEditorCommands } from './editor-commands.ts';
import { EditorGuide } from './editor-guide.tsx';
import { EditorList } from './editor-list.tsx';
import type { EditorPage } from './editor-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

const StepEditor = lazy(async () => ({ default: (await import('./step-editor.tsx')).StepEditor }));
const NewStepEditor = lazy(async () => ({ default: (await import('./step-editor.tsx')).NewStepEditor }));
const DraftMap = lazy(async () => ({ default: (await import('./draft-map.tsx')).DraftMap }));
const EditorSheet = lazy(async () => ({ default: (await import('./editor-sheet.tsx')).EditorSheet }));

/** The step stands beside the list. */
const besideQuery = '(min-width: 1100px)';

export function EditorScreen() {
  const messages = useMessages();
  const words = useEditorWords();
  const params = useParams<{ readonly workflow: string }>();
  const workflow = createMemo(() => workflowFromParam(params.workflow));
  const view = createView(() => ({ kind: 'editor' as const, workflow: workflow() }));
  const back = { href: paths.flows, label: words.allWorkflows };
  return (
    <Switch
      fallback={
        <>
          <PageHead title={words.untitled} back={back} />
          <Skeleton label={messages.frame.loading} rows={6} />
        </>
      }
    >
      <Match when={view()?.stage === 'here' && view()}>{(here) => <Editor view={here()} />}</Match>
      <Match when={view()?.stage === 'missing'}>
        <PageHead title={words.untitled} back={back} />
        <EmptyState title={words.missing} hint={words.missingHint}>
          <ButtonLink href={paths.flows}>{words.allWorkflows}</ButtonLink>
        </EmptyState>
      </Match>
    </Switch>
  );
}

type Open =
  | { readonly kind: 'step'; readonly step: StepId }
  | { readonly kind: 'new'; readonly behind: StepId | null };

function Editor(props: { readonly view: EditorView }) {
  const words = useEditorWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const commands = useEditorCommands(() => props.view);
  const surface = createMemo(() => editorSurfaceOf(props.view, commands));
  const beside = createMedia(besideQuery);
  const roomy = createMedia(layoutQueries.panel);
  const [open, setOpen] = createSignal<Open>();
  const [page, setPage] = createSignal<EditorPage>();
  const close = (): void => {
    setOpen();
  };
  const openStep = (step: StepId): void => {
    setOpen({ kind: 'step', step });
  };
  const add = (behind: StepId | null): void => {
    setOpen({ kind: 'new', behind });
  };
  const definition = () => props.view.definition;
  const isEmpty = () => props.view.rows.length === 0;
  const last = () => props.view.rows.at(-1)?.step ?? null;
  const current = (): StepId | null => {
    const now = open();
    return now?.kind === 'step' ? now.step : null;
  };
  const move = (step: StepId, behind: StepId | null): void => {
    const place = props.view.rows.filter((row) => row.step !== step).findIndex((row) => row.step === behind);
    const title = props.view.rows.find((row) => row.step === step)?.title ?? '';
    const said = words.movedTo(title, place + 2, props.view.rows.length);
    void commands.change([{ kind: 'moveStep', step, behind }], said);
  };
  const use = async (): Promise<void> => {
    const { workflow } = props.view;
    const result = await commands.send({ kind: 'publishWorkflow', workflow });
    if (!result.ok) return;
    toasts.show({
      text: words.used(definition().title),
      ...(props.view.runs > 0 && { detail: words.usedRuns }),
      action: { label: words.start, run: () => navigate(startPath(workflow)) },
    });
  };
  const discard = (): void => {
    void commands.send({ kind: 'discardDraft', workflow: props.view.workflow }, words.discarded, true);
  };
  const pages = (): readonly { readonly label: string; readonly run: () => void }[] => {
    const to = (kind: EditorPage) => ({ label: words[kind], run: () => setPage(kind) });
    return [
      to('facts'),
      to('parts'),
      to('lists'),
      to('follows'),
      to('ifStalls'),
      to('versions'),
      to('asText'),
      ...(props.view.mayChange ? [to('rename')] : []),
      ...(props.view.mayChange && props.view.isDraft && props.view.source !== 'new'
        ? [{ label: words.discard, run: discard }]
        : []),
    ];
  };
  /** A step that somebody else took out has no page any more. */
  const isOpen = (): boolean => {
    const now = open();
    return (
      now?.kind === 'new' || (now !== undefined && props.view.rows.some(({ step }) => step === now.step))
    );
  };

  /** The map stands where the step opens, and is there again when it is closed. */
  const showsMap = (): boolean => roomy() && !isEmpty();

  return (
    <div class={styles.screen} data-panel={showsMap() || (beside() && isOpen())} data-map={showsMap()}>
      <div class={styles.column}>
        <PageHead title={definition().title} back={{ href: paths.flows, label: words.allWorkflows }}>
          <Menu label={words.more} icon={<IconEllipsis />} items={pages()} />
        </PageHead>
        {/* Under the title, which has little room as it is on a phone. */}
        <div class={styles.under}>
          <div class={styles.standing}>
            <p>
              {words.standing(props.view.source, props.view.number, props.view.isDraft)}{' '}
              {words.runs(props.view.runs)}
            </p>
            <Show when={!props.view.mayChange}>
              <p>{words.readOnly}</p>
            </Show>
            <Show when={props.view.here.length > 0}>
              <p class={styles.here} role="status">
                <AvatarStack faces={props.view.here} size={24} />
                {words.here(props.view.here.map(({ name }) => name))}
              </p>
            </Show>
          </div>
          <Show when={props.view.mayChange}>
            <IconButton
              label={words.undo}
              disabled={!props.view.canUndo}
              onClick={() => void commands.undo()}
            >
              <IconUndo />
            </IconButton>
            <IconButton
              label={words.redo}
              disabled={!props.view.canRedo}
              onClick={() => void commands.redo()}
            >
              <IconRedo />
            </IconButton>
          </Show>
        </div>
        <div class={styles.guide}>
          <For each={props.view.dropped}>
            {(edge) => (
              <Notice
                start={<IconTriangleAlert />}
                what={words.dropped(edge.from, edge.to)}
                wayOut={words.droppedHint}
              />
            )}
          </For>
        </div>
        <Show
          when={!isEmpty()}
          fallback={
            <EmptyState title={words.emptyTitle} hint={words.emptyHint}>
              <Show when={props.view.mayChange}>
                <Button kind="ink" onClick={() => add(null)}>
                  <IconPlus />
                  {words.add}
                </Button>
                <ButtonLink href={paths.new}>
                  <IconPen />
                  {words.paste}
                </ButtonLink>
              </Show>
            </EmptyState>
          }
        >
          <EditorGuide
            view={props.view}
            onOpen={openStep}
            onAdd={add}
            onConductor={(step, title) =>
              void commands.change(
                [{ kind: 'setStep', step, set: { assignee: { kind: 'conductor' } } }],
                words.saved(title),
              )
            }
            onUsual={() => setPage('ifStalls')}
          />
          <EditorList view={props.view} current={current()} onOpen={openStep} onMove={move} />
          <div class={styles.foot}>
            <Show when={props.view.mayChange}>
              <Button size={48} onClick={() => add(last())}>
                <IconPlus />
                {words.add}
              </Button>
            </Show>
            <Show when={props.view.source !== 'new'}>
              <ButtonLink size={48} href={startPath(props.view.workflow)}>
                {words.start}
              </ButtonLink>
            </Show>
          </div>
          <Show when={props.view.mayChange && props.view.isDraft}>
            <ScreenFoot>
              <Button kind="ink" onClick={() => void use()}>
                {words.use}
              </Button>
            </ScreenFoot>
          </Show>
        </Show>
      </div>
      <div class={styles.panel}>
        <Show when={showsMap()}>
          <div class={styles.map} inert={isOpen()}>
            <Suspense>
              <DraftMap view={props.view} current={current()} onOpen={openStep} />
            </Suspense>
          </div>
        </Show>
        <Show when={isOpen()}>
          <SheetOrPanel beside={beside()} onClose={close}>
            <Suspense>
              <Show when={open()} keyed>
                {(now) => (
                  <Switch>
                    <Match when={now.kind === 'new' && now}>
                      {(adding) => (
                        <NewStepEditor
                          surface={surface()}
                          behind={adding().behind}
                          before={null}
                          onDone={close}
                        />
                      )}
                    </Match>
                    <Match when={now.kind === 'step' && definition().steps.find(({ id }) => id === now.step)}>
                      {(step) => (
                        <StepEditor surface={surface()} step={step()} before={null} onDone={close} />
                      )}
                    </Match>
                  </Switch>
                )}
              </Show>
            </Suspense>
          </SheetOrPanel>
        </Show>
      </div>
      <Suspense>
        <Show when={page()} keyed>
          {(kind) => (
            <EditorSheet
              page={kind}
              view={props.view}
              commands={commands}
              surface={surface()}
              onClose={() => setPage()}
            />
          )}
        </Show>
      </Suspense>
    </div>
  );
}
