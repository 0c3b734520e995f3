/**
 * A household for looking at screens and for testing them: fixed views, recorded intents, and answers
 * that the test chooses. Nothing is stored and nothing is computed.
 */
import type { EditOperation } from '../../src/model/edit-operation.ts';
import type { Result } from '../../src/model/result.ts';
import { readTyped } from './read-typed.ts';
import type { Household, WorkflowFilePreview } from '../../src/client/household.ts';
import type {
  Intent,
  IntentFailure,
  IntentResult,
  InvitePreview,
  OpenedSpace,
  OpenSavedFailure,
  SaveFailure,
  SpaceFile,
  TypingPlace,
  ViewByKind,
  ViewPatch,
  ViewQuery,
  WorkflowPreview,
} from '../../src/worker/messages.ts';
import type { ScheduleDraft, SchedulePreview } from '../../src/worker/schedule-messages.ts';

type AnyView = ViewByKind[keyof ViewByKind];
type Listener = (patch: ViewPatch) => void;

export interface ScriptedFile {
  readonly kind: 'saved' | 'opened';
  readonly passphrase: string;
  /** Of a file that was opened, bytes. */
  readonly size?: number;
}

export interface ScriptedHousehold extends Household {
  /** Every intent that a screen sent, oldest first. */
  readonly intents: readonly Intent[];
  /** Every draft of a repetition that was asked about, oldest first. */
  readonly drafts: readonly ScheduleDraft[];
  /** What the next drafts are said to start. */
  readonly plan: (preview: SchedulePreview) => void;
  /** Where notes were said to be written, oldest first. */
  readonly typing: readonly (TypingPlace | null)[];
  /** What the next intents are answered with; `ok` with nothing else when none is set. */
  readonly answer: (result: IntentResult | ((intent: Intent) => IntentResult)) => void;
  /** What the next invite is seen to give. */
  readonly offer: (result: Result<InvitePreview, IntentFailure>) => void;
  /** Every file that was asked for or opened, oldest first. */
  readonly files: readonly ScriptedFile[];
  /** What making and opening files is answered with from now on. */
  readonly answerFiles: (answers: {
    readonly saved?: Result<SpaceFile, SaveFailure>;
    readonly opened?: Result<OpenedSpace, OpenSavedFailure>;
  }) => void;
  /** What lines are said to change from now on. */
  readonly answerText: (operations: readonly EditOperation[]) => void;
  /** What the next workflow file is seen to hold. */
  readonly offerWorkflowFile: (preview: WorkflowFilePreview) => void;
  /** Patches the views of one kind, as the worker would. */
  readonly push: <Kind extends keyof ViewByKind>(kind: Kind, patch: Partial<ViewByKind[Kind]>) => void;
}

/** `views` answers a query with a whole view; undefined leaves the screen waiting. */
export function createScriptedHousehold(
  views: (query: ViewQuery) => AnyView | undefined,
  workflow: WorkflowPreview | null = null,
): ScriptedHousehold {
  const intents: Intent[] = [];
  const files: ScriptedFile[] = [];
  let saved: Result<SpaceFile, SaveFailure> = {
    ok: true,
    value: { name: 'Home', bytes: new Uint8Array(3), missing: 0 },
  };
  let opened: Result<OpenedSpace, OpenSavedFailure> = { ok: false, error: { type: 'otherFile' } };
  const drafts: ScheduleDraft[] = [];
  let planned: SchedulePreview = { upcoming: [], atOnce: [] };
  const typing: (TypingPlace | null)[] = [];
  const listeners = new Map<Listener, ViewQuery>();
  let invite: Result<InvitePreview, IntentFailure> = {
    ok: true,
    value: {
      gives: 'edit',
      spaceName: 'Home and work',
      inviterName: 'Ana',
      personName: 'Sam',
      runTitle: null,
      expiresAt: Date.UTC(2027, 0, 1),
    },
  };
  let textOperations: readonly EditOperation[] = [];
  let workflowFile: Awaited<ReturnType<Household['daily']['previewWorkflowFile']>> = {
    ok: false,
    error: { type: 'otherFile' },
  };
  let answer: (intent: Intent) => IntentResult = () => ({ ok: true, value: {} });
  return {
    intents,
    files,
    answerFiles: (answers) => {
      saved = answers.saved ?? saved;
      opened = answers.opened ?? opened;
    },
    saveSpace: async (_space, passphrase) => {
      files.push({ kind: 'saved', passphrase });
      return saved;
    },
    openSavedSpace: async (bytes, passphrase) => {
      files.push({ kind: 'opened', passphrase, size: bytes.length });
      return opened;
    },
    answer: (result) => {
      answer = typeof result === 'function' ? result : () => result;
    },
    push: (kind, patch) => {
      for (const [listener, query] of listeners) {
        if (query.kind === kind) listener(structuredClone(patch) as ViewPatch);
      }
    },
    offerWorkflowFile: (preview) => {
      workflowFile = { ok: true, value: preview };
    },
    offer: (result) => {
      invite = result;
    },
    intent: async (intent) => {
      intents.push(intent);
      return answer(intent);
    },
    remembered: () => undefined,
    onRemembered: () => () => undefined,
    subscribe: (query, listener) => {
      listeners.set(listener, query);
      const view = views(query);
      if (view !== undefined)
        queueMicrotask(() => listeners.has(listener) && listener(structuredClone(view)));
      return () => void listeners.delete(listener);
    },
    previewWorkflow: async () => workflow,
    previewSchedule: async (draft) => {
      drafts.push(draft);
      return planned;
    },
    drafts,
    plan: (preview) => {
      planned = preview;
    },
    previewTyped: async (text) => readTyped(text),
    textToOperations: async () => textOperations,
    answerText: (operations) => {
      textOperations = operations;
    },
    readPasted: async (text) => ({ lines: text.split('\n').map((line) => ({ text: line, kept: true })) }),
    previewInvite: async () => invite,
    daily: {
      previewAgain: async () => null,
      workflowToFile: async () => ({ title: 'Business trip', text: '{}' }),
      previewWorkflowFile: async () => workflowFile,
      calendarToFile: async () => null,
    },
    typing,
    setTyping: (at) => void typing.push(at),
  };
}
