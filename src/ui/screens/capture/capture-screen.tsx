/** Type lines and see the rail form beside them; nothing typed yet shows how, and what is ready made. */
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { createView, useHousehold } from '../../../client/household.ts';
import { captureWords } from '../../../i18n/core/en/capture.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import type { StepId } from '../../../model/ids.ts';
import type { CapturePreview, PartChoice } from '../../../worker/messages.ts';
import type { Face } from '../../kit/avatar.tsx';
import type { PartDefinition } from '../../../model/workflow.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Pills } from '../../kit/pills.tsx';
import { definitionToNames } from '../../names.ts';
import { useIsMember } from '../../access.ts';
import { paths, workflowPath } from '../../routes.ts';
import { sayFailure } from '../../say-failure.ts';
import { WorkflowTiles } from '../flows/workflow-tiles.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { useStart } from '../start/start-run.ts';
import { keepDraft, readDraft } from './capture-draft.ts';
import { CaptureAids } from './capture-aids.tsx';
import { LeftOut } from './left-out.tsx';
import { createPasting } from './pasting.ts';
import { RailEditor } from './rail-editor.tsx';
import styles from './capture-screen.module.css';

/** Quick enough to feel live, slow enough not to read every letter. */
const previewAfterMs = 120;

export function CaptureScreen() {
  const messages = useMessages();
  const screenWords = captureWords(messages.formats);
  const household = useHousehold();
  const navigate = useNavigate();
  const flows = createView(() => ({ kind: 'flows' as const }));
  const people = createView(() => ({ kind: 'people' as const }));
  const app = useAppView();
  const isMember = useIsMember();
  const { start, busy } = useStart();
  const [text, setText] = createSignal(readDraft());
  const [preview, setPreview] = createSignal<CapturePreview>();
  /** The part that I said is mine. */
  const [mine, setMine] = createSignal('');
  /** What was wrong with the plan when somebody tried to start it; typing on takes it away. */
  const [problems, setProblems] = createSignal<readonly FailureWords[]>([]);
  let area!: HTMLTextAreaElement;

  createEffect(
    on(text, (typed) => {
      keepDraft(typed);
      setProblems([]);
      let stale = false;
      const read = async (): Promise<void> => {
        const found = typed.trim() === '' ? undefined : await household.previewTyped(typed);
        if (!stale) setPreview(() => found);
      };
      const timer = setTimeout(() => void read(), previewAfterMs);
      onCleanup(() => {
        stale = true;
        clearTimeout(timer);
      });
    }),
  );

  const empty = () => text().trim() === '';
  const issues = () => preview()?.issues ?? [];
  const badLines = createMemo(
    () => new Set(issues().flatMap((issue) => (issue.type === 'noMatch' ? [issue.line - 1] : []))),
  );
  const stepCount = () => preview()?.definition.steps.length ?? 0;

  const faceOf = (step: StepId): Face | null => {
    const definition = preview()?.definition;
    const found = definition?.steps.find((each) => each.id === step);
    const assignee = found?.assignee ?? found?.approval?.by[0];
    if (assignee === undefined || assignee.kind === 'conductor') return null;
    const known = people()?.people ?? [];
    if (assignee.kind === 'person') return known.find((person) => person.id === assignee.person) ?? null;
    // Roles and "the same as" cannot be typed.
    if (assignee.kind !== 'part') return null;
    const name = definition?.parts.find((part) => part.id === assignee.part)?.name ?? assignee.part;
    const same = known.find((person) => person.name.toLowerCase() === name.toLowerCase());
    const initials = name.slice(0, 1).toUpperCase();
    return same ?? { id: assignee.part, name, initials, colour: 'sage', outside: false };
  };
  const saysMe = (part: PartDefinition): boolean => screenWords.me.includes(part.name.toLowerCase());
  const isMe = (part: PartDefinition): boolean => saysMe(part) || part.id === mine();
  /** Names that nobody here has yet; on a new device one of them may be whoever types. */
  const strangers = createMemo(() =>
    app()?.stage === 'empty' ? (preview()?.definition.parts ?? []).filter((part) => !saysMe(part)) : [],
  );

  /** Whom a step may be given to: who is here, and who was named already. */
  const names = createMemo(() => [
    ...new Set([
      ...(people()?.people ?? []).map((person) => person.name),
      ...(preview()?.definition.parts ?? []).map((part) => part.name),
    ]),
  ]);

  const pasting = createPasting(() => area, setText);

  const go = async (): Promise<void> => {
    const typed = text();
    if (typed.trim() === '') {
      area.focus();
      return;
    }
    // What is on screen may be a few letters behind.
    const { definition } = await household.previewTyped(typed);
    const parts: Record<string, PartChoice> = {};
    for (const part of definition.parts)
      parts[part.id] = isMe(part) ? { kind: 'me' } : { kind: 'new', name: part.name };
    const own = definition.parts.find((part) => part.id === mine());
    const names = definitionToNames(definition);
    const started = await start(
      own?.name ?? messages.start.defaultName,
      {
        kind: 'startRun',
        title: definition.title.trim() || screenWords.untitled,
        source: { kind: 'typed', text: typed },
        parts,
        facts: {},
        alreadyDone: [],
      },
      {
        names,
        answers: (failure) => {
          if (failure.type !== 'invalidWorkflow') return false;
          const words = sayFailure(messages, failure, names);
          setProblems(words.all ?? [words]);
          return true;
        },
      },
    );
    if (!started) return;
    keepDraft('');
    navigate(paths.now, { replace: true });
  };

  /** Whatever lines cannot say is said where the workflow is written. */
  const fillIn = async (): Promise<void> => {
    const title = preview()?.definition.title.trim() || screenWords.untitled;
    const result = await household.intent({ kind: 'newWorkflow', title, text: text() });
    if (!result.ok) {
      setProblems([sayFailure(messages, result.error)]);
      return;
    }
    if (result.value.workflow === undefined) return;
    keepDraft('');
    navigate(workflowPath(result.value.workflow), { replace: true });
  };

  return (
    <div class={styles.screen}>
      <PageHead title={screenWords.title} back={{ href: paths.now, label: messages.frame.back }}>
        <span class={styles.start}>
          <Button kind="ink" size={48} aria-busy={busy()} disabled={empty()} onClick={() => void go()}>
            {screenWords.start}
          </Button>
        </span>
      </PageHead>
      <div class={styles.page}>
        <div>
          <RailEditor
            ref={(element) => {
              area = element;
            }}
            label={screenWords.label}
            placeholder={screenWords.placeholder}
            text={text()}
            preview={preview()}
            badLines={badLines()}
            faceOf={faceOf}
            describedBy="capture-issues"
            onInput={setText}
            onPaste={(event) => void pasting.paste(event)}
          />
          <CaptureAids
            words={screenWords}
            text={text()}
            preview={preview()}
            area={() => area}
            names={names()}
            onText={setText}
          />
          <Show when={pasting.leftOut().length > 0}>
            <LeftOut
              words={screenWords}
              lines={pasting.leftOut()}
              onPutBack={pasting.putBack}
              onClose={pasting.forget}
            />
          </Show>
          <div id="capture-issues" class={styles.issues} aria-live="polite">
            <Show when={stepCount() > 0}>
              <p class={styles.count}>{screenWords.count(stepCount())}</p>
            </Show>
            <Show when={problems().length > 0}>
              <ul aria-label={screenWords.problems}>
                <For each={problems()}>
                  {(problem) => (
                    <li class={styles.issue}>
                      <IconTriangleAlert />
                      <span>
                        <b>{problem.what}</b> {problem.wayOut}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={!empty() && issues().length > 0}>
              <ul aria-label={screenWords.issues}>
                <For each={issues()}>
                  {(issue) => (
                    <li class={styles.issue}>
                      <IconTriangleAlert />
                      {screenWords.issue(issue)}
                    </li>
                  )}
                </For>
              </ul>
            </Show>
          </div>
          <Show when={stepCount() > 0 && app()?.stage === 'ready' && isMember()}>
            <div class={styles.issues}>
              <Button size={48} onClick={() => void fillIn()}>
                {screenWords.fillIn}
              </Button>
            </div>
          </Show>
          <Show when={!empty() && strangers().length > 0}>
            <div class={styles.who}>
              <Pills
                legend={screenWords.whichAreYou}
                pills={[
                  ...strangers().map((part) => ({ value: part.id, label: part.name })),
                  { value: '', label: screenWords.noneOfThem },
                ]}
                chosen={strangers().some((part) => part.id === mine()) ? mine() : ''}
                onChoose={setMine}
              />
            </div>
          </Show>
        </div>
        <Show when={empty()}>
          <div class={styles.help}>
            <p>{screenWords.how}</p>
            <dl>
              <For each={screenWords.examples}>
                {(example) => (
                  <div>
                    <dt>{example[0]}</dt>
                    <dd>{example[1]}</dd>
                  </div>
                )}
              </For>
            </dl>
          </div>
          <Show when={(flows()?.workflows.length ?? 0) > 0}>
            <section class={styles.ready} aria-labelledby="capture-ready">
              <h2 id="capture-ready">{screenWords.orReady}</h2>
              <WorkflowTiles workflows={flows()?.workflows ?? []} typing />
            </section>
          </Show>
        </Show>
      </div>
    </div>
  );
}
