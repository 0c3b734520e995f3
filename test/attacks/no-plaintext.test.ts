/**
 * Words are planted in every text of a household, two devices work on it through the real relay process, and
 * then everything that the operator of relay and network could keep is searched for them and for the keys.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type FactId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import { firstOccurrence } from '../../src/model/occurrence.ts';
import { decodeCapability } from '../../src/sync/capability-text.ts';
import {
  deriveRunRoom,
  deriveSpaceRoom,
  editorFromWriter,
  type OwnerCapability,
} from '../../src/sync/capability.ts';
import { decodeInvite } from '../../src/sync/invite-text.ts';
import { type RoomKeys, viewerSecretFromEditor } from '../../src/sync/room-keys.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { complete, inviteSam, setFact } from '../support/trip.ts';
import { connectClient, makeTestRoom } from '../sync-server/relay-client.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { findSpelled, spellBytes, spellWord } from './spellings.ts';

let relay: ServerProcess;
let proxy: RecordingProxy;
const devices: HeadlessDevice[] = [];

async function start(): Promise<void> {
  relay = await startServer();
  proxy = await startRecordingProxy(relay.port);
}

afterEach(async () => {
  await Promise.all(devices.splice(0).map(({ household }) => household.close()));
  await proxy.close();
  await relay.dispose();
});

async function device(name: string): Promise<HeadlessDevice> {
  const made = await openHeadlessDevice({ name, port: proxy.port });
  devices.push(made);
  return made;
}

/** Everything outside the devices: files with their write-ahead log, output, traffic. */
function everythingOutside(): Readonly<Record<'files' | 'output' | 'traffic', Buffer>> {
  const files = readdirSync(relay.dataFolder).map((name) => readFileSync(join(relay.dataFolder, name)));
  return {
    files: Buffer.concat(files),
    output: Buffer.from(relay.printed(), 'utf8'),
    traffic: proxy.recorded(),
  };
}

const words = {
  person: 'Quendelbert Oyster',
  space: 'Haus Zwirbelkamm',
  run: 'Žluťoučký-Lissabon-Fahrt',
  place: 'Trattoria Vogelbeere 27',
  reference: 'QX7-PLANTED-88841',
  note: 'das Faultier holt Mira um halb vier ab',
  waiting: 'Konsul Brombeerstein',
  reply: 'erst nach dem Glockenfest',
  typed: 'Schlüsselkasten umhängen',
};

/** Two devices share a household full of planted words; each one's own writing reaches the other. */
async function workTogether(): Promise<{ readonly run: RunId; readonly fragment: string }> {
  const ana = await device('planted-ana');
  await ana.done({ kind: 'createSpace', myName: words.person, zone: 'Europe/Lisbon' });
  await ana.done({ kind: 'renameSpace', name: words.space });
  const { run } = await ana.done({
    kind: 'startRun',
    title: words.run,
    source: { kind: 'workflow', id: asId<WorkflowId>('business-trip') },
    parts: {
      traveller: { kind: 'me' },
      assistant: { kind: 'new', name: 'Sam' },
      approver: { kind: 'me' },
    },
    facts: { [asId<FactId>('meeting')]: { kind: 'date', date: '2026-12-03' } },
    alreadyDone: [],
  });
  if (run === undefined) throw new Error('no run was started');
  await ana.done({
    kind: 'startRun',
    title: 'Typed',
    source: { kind: 'typed', text: `${words.typed}\nand then the rest` },
    parts: {},
    facts: {},
    alreadyDone: [],
  });
  const sam = await device('planted-sam');
  await inviteSam(ana, sam);
  const people = await ana.view({ kind: 'people' });
  await ana.until({ kind: 'app' }, (app) => app.sync.state === 'live');
  const { invite } = await ana.done({ kind: 'createInvite', person: people.people[0]!.id });

  await sam.until({ kind: 'flow', run }, (flow) => flow.availability === 'here');
  await setFact(sam, run, 'dinner-place', { kind: 'place', place: words.place });
  await setFact(sam, run, 'reference', { kind: 'text', text: words.reference });
  const flow = await ana.view({ kind: 'flow', run });
  const [row] = flow.rows;
  if (row === undefined) throw new Error('the trip has no steps');
  const occurrence = firstOccurrence(row.step);
  for (const command of [
    { kind: 'addNote', occurrence, text: words.note },
    { kind: 'startWaiting', occurrence, on: words.waiting },
    { kind: 'recordReply', occurrence, text: words.reply },
  ] as const) {
    await ana.done({ kind: 'command', run, command });
  }
  await complete(ana, run, 'Confirm meeting times');
  const seen = { kind: 'step', run, key: row.key } as const;
  await sam.until(seen, (step) => JSON.stringify(step).includes(words.reply));
  await ana.until({ kind: 'flow', run }, (view) => JSON.stringify(view).includes(words.place));
  for (const each of [ana, sam]) await each.until({ kind: 'app' }, ({ sync }) => !sync.pending);
  return { run, fragment: invite?.fragment ?? '' };
}

async function readOwner(): Promise<{ readonly text: string; readonly owner: OwnerCapability }> {
  const database = await openDB('headless/planted-ana/device');
  const [record] = (await database.getAll('spaces')) as readonly { readonly capability: string }[];
  database.close();
  const text = record?.capability ?? '';
  const decoded = decodeCapability(text);
  if (!decoded.ok || decoded.value.role !== 'owner') throw new Error('the first device is no owner');
  return { text, owner: decoded.value };
}

/** The space's room and the run's. */
function roomsOf(owner: OwnerCapability, run: RunId): Readonly<Record<string, RoomKeys>> {
  return { space: deriveSpaceRoom(owner), run: deriveRunRoom(owner, run, 1) };
}

/** Every secret that the devices hold, from the household's own down to its rooms'. */
async function readSecrets(run: RunId, fragment: string): Promise<ReadonlyMap<string, readonly Buffer[]>> {
  const { text, owner } = await readOwner();
  const { editorSecret } = editorFromWriter(owner);
  const ofRooms = Object.entries(roomsOf(owner, run)).flatMap(([name, keys]) => [
    [`${name} encryption key`, keys.encryptionKey] as const,
    [`${name} read key`, keys.readKey.seed] as const,
    [`${name} write key`, keys.writeKey?.seed] as const,
    [`${name} owner key`, keys.ownerKey?.seed] as const,
  ]);
  const secrets = [
    ['owner secret', owner.ownerSecret],
    ['editor secret', editorSecret],
    ['viewer secret', viewerSecretFromEditor(editorSecret)],
    ['invite', decodeInvite(fragment) ?? undefined],
    ...ofRooms,
  ] as const;
  const spelled = secrets.map(([name, bytes]) => {
    if (bytes?.length !== 32) throw new Error(`${name} is no secret of 32 bytes`);
    return [name, spellBytes(bytes)] as const;
  });
  return new Map([...spelled, ['capability text', spellWord(text)]]);
}

describe('no plaintext', () => {
  it('the relay’s files, output and traffic hold none of the planted words and no secret', async () => {
    await start();
    const { run, fragment } = await workTogether();
    const secrets = await readSecrets(run, fragment);
    const planted = new Map(Object.entries(words).map(([name, word]) => [name, spellWord(word)]));
    const parts = Object.values(words).flatMap((text) =>
      text.split(/[\s-]/u).filter((word) => word.length > 6),
    );
    for (const part of parts) planted.set(part, spellWord(part));
    for (const [place, bytes] of Object.entries(everythingOutside())) {
      expect({ place, found: findSpelled(bytes, planted) }).toEqual({ place, found: [] });
      expect({ place, found: findSpelled(bytes, secrets) }).toEqual({ place, found: [] });
    }
    // They did work through this relay, and what it holds is theirs.
    const { files, traffic } = everythingOutside();
    const { owner } = await readOwner();
    for (const { roomId } of Object.values(roomsOf(owner, run))) {
      expect(files.includes(Buffer.from(roomId))).toBe(true);
    }
    expect(traffic.length).toBeGreaterThan(20_000);
    // Nothing rides in an address: every request is for the relay, without a query.
    const requests = traffic.toString('latin1').match(/(?:GET|POST|HEAD|PUT) \S+ HTTP/gu) ?? [];
    expect(new Set(requests)).toEqual(new Set(['GET /relay HTTP']));
    // Also not after a crash, when the write-ahead log is what is left.
    await relay.kill();
    expect(findSpelled(everythingOutside().files, new Map([...planted, ...secrets]))).toEqual([]);
  }, 40_000);

  it('the search finds a word that is not sealed, in the files, in the output and on the wire', async () => {
    await start();
    const word = 'Eisvogelpfütze';
    const secret = makeTestRoom().roomId;
    const client = await connectClient(proxy.port);
    await client.joinLive(makeTestRoom(), 1);
    client.push(1, 1, Buffer.concat([Buffer.from(`not sealed: ${word}`), secret, Buffer.alloc(40)]));
    await client.entries(1);
    await client.close();
    const planted = new Map([
      ['word', spellWord(word)],
      ['secret', spellBytes(secret)],
    ]);
    const { files, traffic, output } = everythingOutside();
    expect(findSpelled(files, planted)).toEqual(['word', 'secret']);
    // Once from the client, under a mask, which the recorder takes off.
    expect(findSpelled(traffic, planted)).toEqual(['word', 'secret']);
    expect(findSpelled(output, new Map([['what it says', spellWord('Baton is at')]]))).toEqual([
      'what it says',
    ]);
    for (const spelling of [...spellWord(word), ...spellBytes(secret)]) {
      const around = Buffer.concat([Buffer.from('..'), spelling, Buffer.from('..')]);
      expect(findSpelled(around, planted)).toHaveLength(1);
    }
    const inText = Buffer.from(Buffer.from(`a line with ${word} in it`).toString('base64'));
    expect(findSpelled(inText, planted)).toEqual(['word']);
  });
});
