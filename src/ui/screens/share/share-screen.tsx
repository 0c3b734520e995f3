/** What another app shared to Baton, or somebody pastes here, becomes a note, a step or a flow. */
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, lazy, onMount, Show, Suspense } from 'solid-js';
import IconClipboard from '~icons/lucide/clipboard-paste';
import IconListPlus from '~icons/lucide/list-plus';
import IconNote from '~icons/lucide/notebook-pen';
import IconRoute from '~icons/lucide/route';
import { createView } from '../../../client/household.ts';
import { shareWords as words } from '../../../i18n/core/en/share.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { asId, type StepId } from '../../../model/ids.ts';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { FoundFlow, FoundStep } from '../../../views/search-view.ts';
import { useIsMember, useMayAct } from '../../access.ts';
import { useCommands } from '../../commands.ts';
import { useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Row } from '../../kit/row.tsx';
import { paths, runPath, stepPath } from '../../routes.ts';
import { keepDraft, readDraft } from '../capture/capture-draft.ts';
import { PageHead } from '../shared/page-head.tsx';
import { joinWords } from '../shared/step-words.ts';
import type { Pick } from './pick-sheet.tsx';
import styles from './share-screen.module.css';
import { sharedStepToOperations, textToStep } from './shared-step.ts';

const PickSheet = lazy(async () => ({ default: (await import('./pick-sheet.tsx')).PickSheet }));

interface StepPick extends Pick {
  readonly step: FoundStep;
}
interface FlowPick extends Pick {
  readonly flow: FoundFlow;
}

export function ShareScreen() {
  const messages = useMessages();
  const device = useDevice();
  const navigate = useNavigate();
  const isMember = useIsMember();
  const mayAct = useMayAct();
  const { send, busy } = useCommands();
  const found = createView(() => ({ kind: 'search' as const }));
  const [text, setText] = createSignal('');
  const [shared, setShared] = createSignal(false);
  const [refused, setRefused] = createSignal(false);
  const [asks, setAsks] = createSignal<'step' | 'flow'>();
  const empty = (): boolean => text().trim() === '';
  const canPaste = typeof navigator.clipboard?.readText === 'function';

  const takeWaiting = async (): Promise<void> => {
    const waiting = await device.shared.read();
    if (waiting === null || !empty()) return;
    setText(waiting);
    setShared(true);
  };
  onMount(() => void takeWaiting());
  const paste = async (): Promise<void> => {
    try {
      setText(await navigator.clipboard.readText());
      setRefused(false);
    } catch {
      setRefused(true);
    }
  };
  /** It has become something, or nobody wants it: it is asked about no more. */
  const leaveFor = (path: string): void => {
    void device.shared.forget();
    navigate(path, { replace: true });
  };

  const steps = createMemo((): readonly StepPick[] =>
    (found()?.steps ?? []).map((step) => ({
      id: `${step.run} ${step.key}`,
      title: step.title,
      belongs: step.runTitle,
      sub: joinWords([step.runTitle, messages.states.word(step.tone, step.holder)]),
      tone: step.tone,
      over: ['done', 'skipped', 'withdrawn'].includes(step.tone),
      step,
    })),
  );
  const flows = createMemo((): readonly FlowPick[] =>
    (found()?.flows ?? [])
      .filter(({ over }) => !over)
      .map((flow) => ({ id: flow.run, title: flow.title, sub: '', tone: 'next', flow })),
  );

  const note = async ({ step }: StepPick): Promise<void> => {
    const occurrence = occurrenceFromKey(step.key);
    if (!occurrence.ok || busy()) return;
    const result = await send(
      step.run,
      { kind: 'addNote', occurrence: occurrence.value, text: text().trim() },
      { said: words.noted(step.title) },
    );
    if (result.ok) leaveFor(stepPath(step.run, step.key));
  };
  const add = async ({ flow }: FlowPick): Promise<void> => {
    if (busy()) return;
    const step = textToStep(text());
    const id = asId<StepId>(`shared-${crypto.randomUUID()}`);
    const result = await send(
      flow.run,
      { kind: 'changePlan', operations: sharedStepToOperations(id, step) },
      { said: words.added(step.title, flow.title) },
    );
    if (result.ok) leaveFor(runPath(flow.run));
  };
  const type = (): void => {
    const before = readDraft().trimEnd();
    keepDraft(before === '' ? text().trim() : `${before}\n${text().trim()}`);
    leaveFor(paths.new);
  };

  return (
    <div class={styles.screen}>
      <PageHead
        title={shared() ? words.title : words.pasteTitle}
        back={{ href: paths.now, label: messages.frame.back, narrowOnly: true }}
      />
      <p class={styles.hint}>{shared() || !empty() ? words.hint : words.pasteHint}</p>
      <div class={styles.field}>
        <Field label={words.field} value={text()} onInput={setText} multiline />
        <Show when={empty() && canPaste}>
          <Button kind="ink" onClick={() => void paste()}>
            <IconClipboard />
            {words.paste}
          </Button>
        </Show>
        <p role="status" class={styles.refused}>
          {refused() ? words.pasteFailed : ''}
        </p>
      </div>
      <Show
        when={mayAct()}
        fallback={
          <div class={styles.field}>
            <Notice start={<IconNote />} what={words.viewer} />
          </div>
        }
      >
        <Show when={!empty()}>
          <ul class={styles.ways}>
            <Row
              start={<IconNote />}
              title={words.note}
              sub={words.noteHint}
              onOpen={() => setAsks('step')}
            />
            <Show when={isMember()}>
              <Row
                start={<IconListPlus />}
                title={words.step}
                sub={words.stepHint}
                onOpen={() => setAsks('flow')}
              />
              <Row start={<IconRoute />} title={words.flow} sub={words.flowHint} onOpen={type} />
            </Show>
          </ul>
        </Show>
      </Show>
      <Show when={shared()}>
        <div class={styles.field}>
          <Button kind="ghost" onClick={() => leaveFor(paths.now)}>
            {words.forget}
          </Button>
        </div>
      </Show>
      <Suspense>
        <Show when={asks() === 'step'}>
          <PickSheet
            title={words.whichStep}
            items={steps()}
            onPick={(item) => void note(item)}
            onClose={() => setAsks(undefined)}
          />
        </Show>
        <Show when={asks() === 'flow'}>
          <PickSheet
            title={words.whichFlow}
            items={flows()}
            onPick={(item) => void add(item)}
            onClose={() => setAsks(undefined)}
          />
        </Show>
      </Suspense>
    </div>
  );
}
