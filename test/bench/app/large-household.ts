/**
 * A household that has used Baton for a year: 50 flows under way, the last of 300 steps, and 1,000 that are over,
 * which began evenly over that year. Every run is one of a shipped workflow, played by the engine and written by the
 * store; together they go into a saved file, as a device saves it, for another device to open.
 */
import { webcrypto } from 'node:crypto';
import { encodeLogEntry } from '../../../src/model/decode-event.ts';
import { asId, type PersonId, type RunId, type SpaceId } from '../../../src/model/ids.ts';
import type { Person } from '../../../src/model/person.ts';
import { openMemoryDocument } from '../../../src/store/persisted-document.ts';
import { appendRunEntries } from '../../../src/store/run-document.ts';
import { readSpaceContext } from '../../../src/store/space-context.ts';
import {
  writeRunIndexEntry,
  writeRunSummary,
  writeRunWriteKey,
  writeSettings,
} from '../../../src/store/space-document.ts';
import { writePerson } from '../../../src/store/space-people.ts';
import { encodeBase64url } from '../../../src/sync/base64url.ts';
import { encodeCapability } from '../../../src/sync/capability-text.ts';
import { deriveRunRoom, deriveSpaceRoom, makeOwner } from '../../../src/sync/capability.ts';
import { encodeDocument } from '../../../src/sync/document-update.ts';
import { sealSpaceFile } from '../../../src/sync/space-file.ts';
import type { SavedRun } from '../../../src/sync/space-file-content.ts';
import { templates } from '../../../src/templates/templates.ts';
import { computeRunSummary } from '../../../src/views/run-figures.ts';
import { readRun } from '../../../src/views/run-reading.ts';
import { makeRandom } from '../../support/random.ts';
import { type PlayedRun, playThrough } from './play-through.ts';

export const passphrase = 'seven grey cranes';
/** The 50th is typed on the device: `startLongFlow`. */
const underWay = 49;
const finished = 1000;
const day = 86_400_000;
const names = ['Ana', 'Sam', 'Leo', 'Noor'];
const colours = ['sand', 'sky', 'moss', 'clay'] as const;

export interface LargeHousehold {
  /** A saved file; its passphrase is `passphrase`. */
  readonly file: Uint8Array;
  readonly events: number;
}

/** Ana holds the device that it is saved on. */
export async function makeLargeHousehold(now: number): Promise<LargeHousehold> {
  const random = makeRandom(6);
  const { doc } = openMemoryDocument();
  writeSettings(doc, { name: 'Home', zone: 'Europe/Lisbon' });
  const people = names.map((name, index): Person => {
    return { id: asId<PersonId>(name.toLowerCase()), name, colour: colours[index] ?? 'sand' };
  });
  for (const person of people) writePerson(doc, person, now - 366 * day);
  const context = readSpaceContext(doc);
  const randomBytes = (length: number) => webcrypto.getRandomValues(new Uint8Array(length));
  const capability = makeOwner(randomBytes);
  const runs: SavedRun[] = [];
  let events = 0;

  function play(index: number, startedAt: number, isOver: boolean): PlayedRun {
    const definition = templates[index % templates.length] as (typeof templates)[number];
    const title = `${definition.title} ${index + 1}`;
    const commands = isOver ? Infinity : 1 + Math.floor(random() * (definition.steps.length / 2));
    const run = asId<RunId>(`${isOver ? 'over' : 'on'}${String(index).padStart(16, '0')}`);
    return playThrough({ run, definition, title, context, startedAt, commands, random });
  }

  function keep({ run, state, written }: PlayedRun, createdAt: number): void {
    const own = openMemoryDocument();
    for (const each of written) appendRunEntries(own.doc, each.map(encodeLogEntry));
    runs.push({ run, update: encodeDocument(own.doc) });
    events += state.history.length;
    writeRunIndexEntry(doc, { run, title: state.title, generation: 1, createdAt });
    // As whoever started it told those who may only look.
    const { publicKeys } = deriveRunRoom(capability, run, 1);
    writeRunWriteKey(doc, run, 1, encodeBase64url(publicKeys.write));
    const summary = computeRunSummary(readRun(state, { me: null, people }, now));
    if (summary !== null) writeRunSummary(doc, run, { ...summary, events: state.history.length });
    const isOver = run.startsWith('over');
    if (isOver !== (summary !== null)) throw new Error(`${state.title} did not go as far as it should.`);
  }

  for (let index = 0; index < finished; index += 1) {
    const createdAt = Math.round(now - 7 * day - (358 * day * (finished - index)) / finished);
    keep(play(index, createdAt, true), createdAt);
  }
  for (let index = 0; index < underWay; index += 1) {
    const createdAt = Math.round(now - (3 + 4 * random()) * day);
    keep(play(index, createdAt, false), createdAt);
  }

  const saved = {
    space: asId<SpaceId>(encodeBase64url(deriveSpaceRoom(capability).roomId)),
    capability: encodeCapability(capability),
    me: people[0]?.id ?? null,
    savedAt: now,
    appVersion: 'bench',
    document: encodeDocument(doc),
    runs,
  };
  const sealed = await sealSpaceFile(saved, passphrase, randomBytes);
  if (!sealed.ok) throw new Error(`The household could not be saved: ${sealed.error.type}`);
  return { file: sealed.value, events };
}
