/** Intents about runs: starting one, and every command inside one. */
import { layOutSubflows } from '../../engine/subflows/lay-out-subflows.ts';
import { planAddedFlow } from '../../engine/subflows/plan-added-flow.ts';
import { planToDefinition } from '../../engine/plan-changes/plan-to-definition.ts';
import { parseCapture } from '../../interchange/capture.ts';
import type { Command } from '../../model/command.ts';
import type { PersonId, RoleId, RunId, WorkflowId } from '../../model/ids.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { WorkflowDefinition, WorkflowVersion } from '../../model/workflow.ts';
import { readWorkflows, writeRunIndexEntry, writeWorkflow } from '../../store/space-document.ts';
import { keepVersion } from '../../store/space-versions.ts';
import { templateById } from '../../templates/templates.ts';
import { captureContext } from '../capture-context.ts';
import { type Environment, randomId } from '../environment.ts';
import type { Intent, IntentResult, PartChoice } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { authorOf, failed, type IntentContext, requireMe, settle } from './intent-context.ts';
import { addPersonTo } from './space-intents.ts';
import { bringPeopleIn } from './tell-runs.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

export async function publishVersion(
  environment: Environment,
  definition: WorkflowDefinition,
  number = 1,
): Promise<WorkflowVersion> {
  const bytes = new TextEncoder().encode(canonicalJson(definition));
  const digest = await environment.sha256(bytes);
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { number, hash, definition };
}

export function findVersion(session: SpaceSession | null, id: WorkflowId): WorkflowVersion | null {
  if (session === null) return null;
  return readWorkflows(session.document.doc).find((workflow) => workflow.id === id)?.version ?? null;
}

/** A saved or shipped workflow by its id, as it is kept. */
export function findWritten(session: SpaceSession | null, id: WorkflowId): WorkflowDefinition | null {
  return findVersion(session, id)?.definition ?? templateById(id);
}

/** Puts a version to use; the one that it comes after can be brought back. */
export function useVersion(
  { environment }: IntentContext,
  { session, me }: { readonly session: SpaceSession; readonly me: PersonId },
  id: WorkflowId,
  version: WorkflowVersion,
): void {
  const { doc } = session.document;
  const before = findVersion(session, id);
  if (before !== null) keepVersion(doc, id, { version: before, at: null, by: null });
  keepVersion(doc, id, { version, at: environment.now(), by: me });
  writeWorkflow(doc, { id, version });
}

/** With the steps of the workflows that it has as parts [B2], as a run pins it. */
export function layOut(
  session: SpaceSession | null,
  definition: WorkflowDefinition,
): ReturnType<typeof layOutSubflows> {
  return layOutSubflows(definition, (id) => findWritten(session, id));
}

/** A saved or shipped workflow by its id, laid out as far as it can be: what cannot is refused when it starts. */
export function findWorkflow(session: SpaceSession | null, id: WorkflowId): WorkflowDefinition | null {
  const definition = findWritten(session, id);
  if (definition === null) return null;
  const laid = layOut(session, definition);
  return laid.ok ? laid.value : definition;
}

/** The plan of a run becomes the next version of its workflow. */
export async function keepPlan(context: IntentContext, intent: IntentOf<'keepPlan'>): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session } = ready;
  const state = (await session.run(intent.run))?.state();
  const definition = state === undefined ? null : planToDefinition(state);
  if (state === undefined || definition === null) return failed({ type: 'runMissing' });
  const number = (findVersion(session, definition.id) ?? state.workflow)?.number ?? 0;
  const version = await publishVersion(context.environment, definition, number + 1);
  useVersion(context, ready, definition.id, version);
  return settle(context, [session.document]);
}

export async function captureDefinition(
  environment: Environment,
  session: SpaceSession | null,
  text: string,
): Promise<ReturnType<typeof parseCapture>> {
  return parseCapture(text, await captureContext(environment, session, text));
}

function fillParts(
  context: IntentContext,
  session: SpaceSession,
  me: PersonId,
  choices: Readonly<Record<string, PartChoice>>,
): Pick<Extract<Command, { kind: 'startRun' }>, 'parts' | 'partRoles'> {
  const parts: Record<string, PersonId> = {};
  const partRoles: Record<string, RoleId> = {};
  const madeByName = new Map<string, PersonId>();
  for (const [part, choice] of Object.entries(choices)) {
    switch (choice.kind) {
      case 'me':
        parts[part] = me;
        break;
      case 'person':
        parts[part] = choice.person;
        break;
      case 'role':
        partRoles[part] = choice.role;
        break;
      case 'new': {
        const name = choice.name.trim();
        if (name === '') break;
        const same = (other: string): boolean => other.toLowerCase() === name.toLowerCase();
        const known =
          madeByName.get(name.toLowerCase()) ?? session.people().find((person) => same(person.name))?.id;
        parts[part] = known ?? addPersonTo(session, context.environment, name);
        madeByName.set(name.toLowerCase(), parts[part]);
        break;
      }
    }
  }
  return Object.keys(partRoles).length === 0 ? { parts } : { parts, partRoles };
}

export async function startRun(context: IntentContext, intent: IntentOf<'startRun'>): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const { environment } = context;

  const chosen =
    intent.source.kind === 'workflow'
      ? findWritten(session, intent.source.id)
      : (await captureDefinition(environment, session, intent.source.text)).definition;
  if (chosen === null) return failed({ type: 'workflowMissing' });
  if (chosen.steps.length === 0) return failed({ type: 'nothingTyped' });
  const laid = layOut(session, chosen);
  if (!laid.ok) return failed(laid.error);
  const definition = laid.value;
  const workflow = await publishVersion(environment, definition);
  const { doc } = session.document;
  if (intent.source.kind === 'typed') {
    useVersion(context, ready, definition.id, workflow);
  }
  const played = fillParts(context, session, me, intent.parts);
  const run = randomId<RunId>(environment);
  const title = intent.title.trim() === '' ? definition.title : intent.title.trim();
  const command: Command = {
    kind: 'startRun',
    title,
    workflow,
    conductor: me,
    ...played,
    facts: intent.facts,
    ...(intent.items === undefined ? {} : { items: intent.items }),
    context: session.context(),
    alreadyDone: intent.alreadyDone,
  };
  const createdAt = environment.now();
  const opened = await session.startRun(
    { run, title, generation: 1, createdAt },
    command,
    authorOf(context, me),
  );
  if (!opened.ok) return failed(opened.error);
  const written = await settle(context, [opened.value.document]);
  if (!written.ok) return written;
  writeRunIndexEntry(doc, { run, title, generation: 1, createdAt });
  return settle(context, [session.document], { run });
}

export async function runCommand(context: IntentContext, intent: IntentOf<'command'>): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const run = await session.run(intent.run);
  if (run === null) return failed({ type: 'runMissing' });
  const { onBehalfOf } = intent;
  const isForOther = onBehalfOf !== undefined && onBehalfOf !== me;
  if (isForOther && !session.people().some(({ id }) => id === onBehalfOf))
    return failed({ type: 'unknownPerson' });
  bringPeopleIn(session, run, authorOf(context, me));
  const author = { ...authorOf(context, me), ...(isForOther && { onBehalfOf }) };
  const applied = run.apply(intent.command, author);
  if (!applied.ok) return failed(applied.error);
  const undo = applied.value.length === 0 ? {} : { undo: { run: intent.run, commands: applied.value } };
  return settle(context, [run.written], undo);
}

/** Another workflow comes into the plan: a change of the plan like any other, once its steps are laid out. */
export async function addFlow(context: IntentContext, intent: IntentOf<'addFlow'>): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session } = ready;
  const run = await session.run(intent.run);
  if (run === null) return failed({ type: 'runMissing' });
  const operations = planAddedFlow(run.state(), intent.flow, (id) => findWritten(session, id));
  if (!operations.ok) return failed(operations.error);
  const command: Command = { kind: 'changePlan', operations: operations.value };
  return runCommand(context, { kind: 'command', run: intent.run, command });
}
