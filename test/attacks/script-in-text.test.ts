/** Every text field of a household takes markup and gives it back as the same text, here and on another device. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, type FactId, type WorkflowId } from '../../src/model/ids.ts';
import { firstOccurrence } from '../../src/model/occurrence.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { complete, inviteSam, setFact } from '../support/trip.ts';

const devices: HeadlessDevice[] = [];
let relay: RelayInProcess;

beforeEach(async () => {
  relay = await startRelayInProcess();
});
afterEach(async () => {
  await Promise.all(devices.splice(0).map(({ household }) => household.close()));
  await relay.dispose();
});

async function device(name: string): Promise<HeadlessDevice> {
  const port = Number(new URL(relay.origin).port);
  const made = await openHeadlessDevice({ name: `scripts-${name}`, port });
  devices.push(made);
  return made;
}

/** Each field has its own, so that none can stand in for another. */
const script = (field: string): string =>
  `<img src=x onerror="alert('${field}')"></script><script>${field}</script>\`\${1}\`&amp;\u202e`;

it('markup in names, titles, facts, notes and reasons is stored and read as the text it is', async () => {
  const ana = await device('ana');
  await ana.done({ kind: 'createSpace', myName: script('me'), zone: 'Europe/Lisbon' });
  await ana.done({ kind: 'renameSpace', name: script('space') });
  await ana.done({ kind: 'addPerson', person: { name: 'Leo' } });
  const leo = (await ana.view({ kind: 'people' })).people.find(({ name }) => name === 'Leo');
  if (leo === undefined) throw new Error('there is no Leo');
  await ana.done({ kind: 'changePerson', person: leo.id, set: { name: script('renamed') } });
  const { run } = await ana.done({
    kind: 'startRun',
    title: script('title'),
    source: { kind: 'workflow', id: asId<WorkflowId>('business-trip') },
    parts: {
      traveller: { kind: 'me' },
      assistant: { kind: 'new', name: 'Sam' },
      approver: { kind: 'new', name: script('part') },
    },
    facts: { [asId<FactId>('meeting')]: { kind: 'date', date: '2026-12-03' } },
    alreadyDone: [],
  });
  if (run === undefined) throw new Error('no run was started');
  const typed = await ana.done({
    kind: 'startRun',
    title: '',
    source: { kind: 'typed', text: `<b>Move</b>:\n<script>steal()</script>\nthen <i>rest</i>` },
    parts: {},
    facts: {},
    alreadyDone: [],
  });
  await setFact(ana, run, 'reference', { kind: 'text', text: script('fact') });
  await setFact(ana, run, 'dinner-place', { kind: 'place', place: script('place') });
  const { rows } = await ana.view({ kind: 'flow', run });
  const [first] = rows;
  if (first === undefined) throw new Error('the trip has no steps');
  const occurrence = firstOccurrence(first.step);
  for (const command of [
    { kind: 'addNote', occurrence, text: script('note') },
    { kind: 'pauseStep', occurrence, reason: script('pause') },
    { kind: 'resumeStep', occurrence },
    { kind: 'startWaiting', occurrence, on: script('waiting') },
    { kind: 'recordReply', occurrence, text: script('reply') },
    { kind: 'failStep', occurrence, reason: script('stuck') },
    { kind: 'retryStep', occurrence },
    { kind: 'completeStep', occurrence, note: script('done') },
    { kind: 'reopenStep', occurrence, reason: script('reopened') },
  ] as const) {
    await ana.done({ kind: 'command', run, command });
  }
  await complete(ana, run, first.title);
  const sam = await device('sam');
  await inviteSam(ana, sam);
  await sam.until({ kind: 'flow', run }, ({ availability }) => availability === 'here');

  for (const each of [ana, sam]) {
    await each.until({ kind: 'log', limit: 100 }, ({ lines }) =>
      lines.some(({ text }) => text === script('reopened')),
    );
    const app = await each.view({ kind: 'app' });
    expect(app.spaceName).toBe(script('space'));
    const names = (await each.view({ kind: 'people' })).people.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([script('me'), script('renamed'), script('part')]));
    const flow = await each.view({ kind: 'flow', run });
    expect(flow.title).toBe(script('title'));
    const values = flow.facts.map(({ value }) => value);
    expect(values).toContainEqual({ kind: 'text', text: script('fact') });
    expect(values).toContainEqual({ kind: 'place', place: script('place') });
    const { lines } = await each.view({ kind: 'log', limit: 100 });
    const texts = lines.map(({ text }) => text);
    for (const field of ['note', 'pause', 'waiting', 'reply', 'stuck', 'done', 'reopened']) {
      expect(texts).toContain(script(field));
    }
    if (typed.run === undefined) throw new Error('what was typed did not start');
    const typedFlow = await each.until({ kind: 'flow', run: typed.run }, (view) => view.rows.length > 0);
    expect(typedFlow.rows.map(({ title }) => title).join(' ')).toContain('<script>steal()</script>');
  }
}, 20_000);
