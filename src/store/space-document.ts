/**
 * The space document: people, workflows, the index of runs, devices, invites and settings. Guests are in
 * space-guests.ts.
 *
 * Each entry is a nested `Y.Map`, so that two people can change different fields at once. What cannot
 * be decoded is passed over when reading and left where it is.
 */
import type * as Y from 'yjs';
import {
  asId,
  type DeviceId,
  type GuestId,
  type PersonId,
  type RunId,
  type WorkflowId,
} from '../model/ids.ts';
import type { SpaceRole } from '../model/access.ts';
import { type DeviceBrowser, deviceBrowsers, type DeviceKind, deviceKinds } from '../model/device-kind.ts';
import type { WorkflowVersion } from '../model/workflow.ts';
import { decodeWorkflowVersion } from '../model/decode-workflow.ts';
import { localOrigin } from './run-document.ts';
import { readGuests } from './space-guests.ts';
import { count, rows, setRow, text } from './space-rows.ts';

export interface RunIndexEntry {
  readonly run: RunId;
  readonly title: string;
  /** Part of the run room's derivation: rises when a guest is shut out, and never falls. */
  readonly generation: number;
  readonly createdAt: number;
  /** Written once when the run ends; read with a decoder of its own. */
  readonly summary: unknown;
  /** Base64url: the public half of the room's write key at this generation, for who may only look. */
  readonly writeKey: string | null;
}

export interface SavedWorkflow {
  readonly id: WorkflowId;
  readonly version: WorkflowVersion;
}

export interface DeviceEntry {
  readonly device: DeviceId;
  readonly person: PersonId;
  readonly joinedAt: number;
  /** What somebody called it; `null` until then. */
  readonly name: string | null;
  readonly kind: DeviceKind;
  readonly browser: DeviceBrowser;
  /** What the device says that it was given; proves nothing. */
  readonly role: SpaceRole | null;
  /** Base64url: the X25519 key that a successor's secret is sealed to. */
  readonly publicKey: string | null;
  /** Base64url: the owner key's signature over the device and its key. */
  readonly ownerProof: string | null;
  /** Its own clock, ms since 1970. */
  readonly lastSeenAt: number | null;
}

export type InviteKind = 'own' | 'edit' | 'view' | 'guest';

export interface InviteEntry {
  readonly id: string;
  readonly kind: InviteKind;
  readonly person: PersonId;
  /** The one run of a guest, and which guest of it. */
  readonly run: RunId | null;
  readonly guest: GuestId | null;
  /** Base64url: the invite's secret, sealed for editors. */
  readonly sealedSecret: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly takenBack: boolean;
  /** When a device saw that its room is over, for whatever reason: nobody has to ask again. */
  readonly endedAt: number | null;
}

const roles: readonly SpaceRole[] = ['owner', 'editor', 'viewer', 'guest'];
const inviteKinds: readonly InviteKind[] = ['own', 'edit', 'view', 'guest'];

export function readRunIndex(doc: Y.Doc): readonly RunIndexEntry[] {
  const guests = readGuests(doc);
  const entries = rows(doc, 'runs').map(([id, fields]): RunIndexEntry => {
    // From the guests that are shut out: two devices that each shut one out must not undo one another.
    const raised = guests.flatMap((guest) =>
      guest.run === id && guest.revokedAt !== null ? [guest.generation + 1] : [],
    );
    const generation = Math.max(count(fields, 'generation') ?? 1, ...raised);
    return {
      run: asId<RunId>(id),
      title: text(fields, 'title') ?? '',
      generation,
      createdAt: count(fields, 'createdAt') ?? 0,
      summary: fields['summary'] ?? null,
      writeKey: text(fields, writeKeyField(generation)),
    };
  });
  return entries.toSorted((a, b) => a.createdAt - b.createdAt || (a.run < b.run ? -1 : 1));
}

/** One field a generation, so that a key never stands beside a generation that it is not of. */
const writeKeyField = (generation: number): string => `writeKey ${generation}`;

/** Tells viewers which key signs the run's room; `writeKey` in base64url. */
export function writeRunWriteKey(doc: Y.Doc, run: RunId, generation: number, writeKey: string): void {
  setRow(doc, 'runs', run, { [writeKeyField(generation)]: writeKey });
}

/** What a run's entry begins with. */
export type NewRunIndexEntry = Omit<RunIndexEntry, 'summary' | 'writeKey'>;

export function writeRunIndexEntry(doc: Y.Doc, entry: NewRunIndexEntry): void {
  const { run, ...fields } = entry;
  setRow(doc, 'runs', run, fields);
}

/** `null` takes the summary away, when a late event opened the run again. */
export function writeRunSummary(doc: Y.Doc, run: RunId, summary: object | null): void {
  setRow(doc, 'runs', run, { summary });
}

export function readWorkflows(doc: Y.Doc): readonly SavedWorkflow[] {
  return rows(doc, 'workflows').flatMap(([id, fields]): SavedWorkflow[] => {
    if (fields['removed'] === true) return [];
    const version = decodeWorkflowVersion(fields['version']);
    return version.ok ? [{ id: asId<WorkflowId>(id), version: version.value }] : [];
  });
}

export function writeWorkflow(doc: Y.Doc, workflow: SavedWorkflow): void {
  setRow(doc, 'workflows', workflow.id, { version: workflow.version, removed: false });
}

/** It stays in the document, so that it can be brought back as it was. */
export function removeWorkflow(doc: Y.Doc, workflow: WorkflowId, removed: boolean): void {
  setRow(doc, 'workflows', workflow, { removed });
}

export function readDevices(doc: Y.Doc): readonly DeviceEntry[] {
  return rows(doc, 'devices').flatMap(([id, fields]): DeviceEntry[] => {
    const person = text(fields, 'person');
    if (person === null) return [];
    return [
      {
        device: asId<DeviceId>(id),
        person: asId<PersonId>(person),
        joinedAt: count(fields, 'joinedAt') ?? 0,
        name: text(fields, 'name') || null,
        kind: deviceKinds.find((kind) => kind === fields['kind']) ?? 'unknown',
        browser: deviceBrowsers.find((browser) => browser === fields['browser']) ?? 'other',
        role: roles.find((role) => role === fields['role']) ?? null,
        publicKey: text(fields, 'publicKey'),
        ownerProof: text(fields, 'ownerProof'),
        lastSeenAt: count(fields, 'lastSeenAt'),
      },
    ];
  });
}

/** Writes the given fields of a device; the others stay. */
export function writeDevice(
  doc: Y.Doc,
  entry: Pick<DeviceEntry, 'device'> & Partial<Omit<DeviceEntry, 'device'>>,
): void {
  const { device, ...fields } = entry;
  setRow(doc, 'devices', device, fields);
}

export function deleteDevice(doc: Y.Doc, device: DeviceId): void {
  doc.transact(() => doc.getMap<unknown>('devices').delete(device), localOrigin);
}

export function deleteInvite(doc: Y.Doc, id: string): void {
  doc.transact(() => doc.getMap<unknown>('invites').delete(id), localOrigin);
}

/** Nothing was ever written: it is new, or on its way from others, or it was lost. */
export function isSpaceEmpty(doc: Y.Doc): boolean {
  return rows(doc, 'people').length === 0 && doc.getMap('settings').size === 0;
}

export function readInvites(doc: Y.Doc): readonly InviteEntry[] {
  return rows(doc, 'invites').flatMap(([id, fields]): InviteEntry[] => {
    const person = text(fields, 'person');
    const run = text(fields, 'run');
    const guest = text(fields, 'guest');
    if (person === null) return [];
    return [
      {
        id,
        kind: inviteKinds.find((kind) => kind === fields['kind']) ?? 'edit',
        person: asId<PersonId>(person),
        run: run === null ? null : asId<RunId>(run),
        guest: guest === null ? null : asId<GuestId>(guest),
        sealedSecret: text(fields, 'sealedSecret'),
        createdAt: count(fields, 'createdAt') ?? 0,
        expiresAt: count(fields, 'expiresAt') ?? 0,
        usedAt: count(fields, 'usedAt'),
        takenBack: fields['takenBack'] === true,
        endedAt: count(fields, 'endedAt'),
      },
    ];
  });
}

/** Writes the given fields of an invite; the others stay. */
export function writeInvite(doc: Y.Doc, id: string, fields: Partial<Omit<InviteEntry, 'id'>>): void {
  setRow(doc, 'invites', id, fields);
}

export interface SpaceSettings {
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
}

export function readSettings(doc: Y.Doc): SpaceSettings {
  const settings = doc.getMap<unknown>('settings').toJSON();
  return { name: text(settings, 'name') ?? '', zone: text(settings, 'zone') ?? 'UTC' };
}

export function writeSettings(doc: Y.Doc, settings: Partial<SpaceSettings>): void {
  const map = doc.getMap<unknown>('settings');
  doc.transact(() => {
    for (const [name, value] of Object.entries(settings)) map.set(name, value);
  }, localOrigin);
}

/** Calls back after any change, whoever made it; returns how to stop. */
export function observeSpace(doc: Y.Doc, listener: () => void): () => void {
  const observer = (): void => listener();
  doc.on('update', observer);
  return () => doc.off('update', observer);
}
