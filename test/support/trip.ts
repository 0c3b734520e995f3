/** The business trip on headless devices: starting it, inviting somebody into it, doing its steps. */
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import type { Tone } from '../../src/views/shared.ts';
import type { HeadlessDevice } from './headless-device.ts';

const trip = asId<WorkflowId>('business-trip');

/** Makes a household of Ana (here) and Sam, and starts the trip with Sam in every part but hers. */
export async function startTrip(on: HeadlessDevice): Promise<RunId> {
  await on.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
  const preview = await on.household.previewWorkflow(trip);
  if (!preview.ok) throw new Error('the trip is not there');
  const { parts, facts } = preview.value.definition;
  const anchor = facts.find((fact) => fact.anchor === true);
  if (anchor === undefined) throw new Error('the trip has no date');
  const { run } = await on.done({
    kind: 'startRun',
    title: 'Lisbon board trip',
    source: { kind: 'workflow', id: trip },
    parts: Object.fromEntries(
      parts.map(({ id }, i) => [
        id,
        i === 0 ? { kind: 'me' as const } : { kind: 'new' as const, name: 'Sam' },
      ]),
    ),
    facts: { [asId<FactId>(anchor.id)]: { kind: 'date', date: '2026-12-03' } },
    alreadyDone: [],
  });
  if (run === undefined) throw new Error('no run was started');
  return run;
}

/** Invites Sam from one device and accepts on the other. */
export async function inviteSam(from: HeadlessDevice, to: HeadlessDevice): Promise<void> {
  const people = await from.view({ kind: 'people' });
  const sam = people.people.find((person) => person.name === 'Sam');
  if (sam === undefined) throw new Error('there is no Sam');
  await from.until({ kind: 'app' }, (app) => app.sync.state === 'live');
  const { invite } = await from.done({ kind: 'createInvite', person: sam.id });
  if (invite === undefined) throw new Error('no invite was made');
  await to.done({ kind: 'acceptInvite', text: invite.fragment });
}

/** The first of its outcomes where it has some, unless another is named; `facts` by their ids. */
export async function complete(
  on: HeadlessDevice,
  run: RunId,
  title: string,
  {
    outcome,
    facts = {},
  }: { readonly outcome?: string; readonly facts?: Readonly<Record<string, FactValue>> } = {},
): Promise<void> {
  const flow = await on.view({ kind: 'flow', run });
  const row = flow.rows.find((each) => each.title === title);
  if (row === undefined) throw new Error(`there is no step "${title}"`);
  const occurrence = { step: row.step, items: [], iteration: row.iteration };
  const { outcomes } = await on.view({ kind: 'step', run, key: row.key });
  const ending = outcome ?? outcomes[0]?.id;
  await on.done({
    kind: 'command',
    run,
    command: {
      kind: 'completeStep',
      occurrence,
      ...(ending === undefined ? {} : { outcome: ending }),
      facts,
    },
  });
}

/** Gives a fact a value, on behalf of no step. */
export async function setFact(
  on: HeadlessDevice,
  run: RunId,
  fact: string,
  value: FactValue | null,
): Promise<void> {
  await on.done({ kind: 'command', run, command: { kind: 'setFact', fact: asId<FactId>(fact), value } });
}

export async function tones(on: HeadlessDevice, run: RunId): Promise<Readonly<Record<string, Tone>>> {
  const flow = await on.view({ kind: 'flow', run });
  return Object.fromEntries(flow.rows.map((row) => [row.title, row.tone]));
}

/** Waits until exactly these steps show as done. */
export async function untilDone(on: HeadlessDevice, run: RunId, titles: readonly string[]): Promise<void> {
  const wanted = [...titles].toSorted().join();
  await on.until({ kind: 'flow', run }, (flow) => {
    const done = flow.rows.filter((row) => row.tone === 'done').map((row) => row.title);
    return done.toSorted().join() === wanted;
  });
}
