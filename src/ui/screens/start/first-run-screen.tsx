/** The first thing anybody sees: what keeps slipping, one line to type, or an invite. */
import { useNavigate } from '@solidjs/router';
import { createRenderEffect, createSignal, For, lazy, Show, Suspense } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconFileUp from '~icons/lucide/file-up';
import IconSmartphone from '~icons/lucide/smartphone';
import IconTicket from '~icons/lucide/ticket';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { BatonMark } from '../../kit/baton.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths, startPath } from '../../routes.ts';
import { keepDraft } from '../capture/capture-draft.ts';
import { WorkflowIcon } from '../shared/workflow-icon.tsx';
import { useSpacesWords } from '../spaces/use-spaces-words.ts';
import styles from './first-run-screen.module.css';
import { LanesArt } from './lanes-art.tsx';

const OpenSavedSheet = lazy(async () => ({
  default: (await import('../spaces/open-saved-sheet.tsx')).OpenSavedSheet,
}));

/** More would push what can be typed below the fold; the others stand where a flow is written. */
const mostTiles = 3;

export function FirstRunScreen() {
  const messages = useMessages();
  const navigate = useNavigate();
  const flows = createView(() => ({ kind: 'flows' as const }));
  const words = useSpacesWords();
  const [typed, setTyped] = createSignal('');
  const [opening, setOpening] = createSignal(false);
  createRenderEffect(() => {
    document.title = messages.frame.app;
  });
  const write = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed().trim() !== '') keepDraft(`${typed().trim()}\n`);
    navigate(paths.new);
  };
  return (
    <div class={styles.screen}>
      <LanesArt />
      <p class={styles.brand}>
        <BatonMark />
        {messages.frame.app}
      </p>
      <h1 class={styles.question}>{messages.start.question}</h1>
      <p class={styles.hint}>{messages.start.hint}</p>
      <Show when={flows()} fallback={<Skeleton label={messages.frame.loading} rows={1} />}>
        {(view) => (
          <ul
            class={styles.tiles}
            data-single={view().workflows.length === 1}
            aria-label={messages.start.ready}
          >
            <For each={view().workflows.slice(0, mostTiles)}>
              {(workflow) => (
                <li>
                  <a class={styles.tile} href={startPath(workflow.id)}>
                    <span class={styles.picture}>
                      <WorkflowIcon workflow={workflow.id} />
                    </span>
                    <span class={styles.about}>
                      <b>{workflow.title}</b>
                      <small>
                        {messages.start.about(workflow.id) ?? messages.start.steps(workflow.stepCount)}
                      </small>
                    </span>
                    <span class={styles.go}>
                      <IconArrowRight data-flips="" />
                    </span>
                  </a>
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <form class={styles.type} onSubmit={write}>
        <label for="start-typed">{messages.start.typeYourOwn}</label>
        <div class={styles.field}>
          <input
            id="start-typed"
            value={typed()}
            placeholder={messages.start.typeExample}
            autocomplete="off"
            enterkeyhint="go"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" aria-label={messages.start.typeGo} title={messages.start.typeGo}>
            <IconArrowRight data-flips="" />
          </button>
        </div>
      </form>
      <a class={styles.invite} href={paths.join}>
        <IconTicket />
        {messages.start.haveInvite}
      </a>
      <button type="button" class={styles.invite} aria-haspopup="dialog" onClick={() => setOpening(true)}>
        <IconFileUp />
        {words.openFile}
      </button>
      <Show when={opening()}>
        <Suspense>
          <OpenSavedSheet onClose={() => setOpening(false)} />
        </Suspense>
      </Show>
      <p class={styles.trust}>
        <IconSmartphone />
        <span class={styles.narrow}>{messages.start.trust}</span>
        <span class={styles.wide}>{messages.start.trustWide}</span>
      </p>
    </div>
  );
}
