/**
 * What must hold when everything is mended and some time has gone by: all devices have the same and show the same,
 * everything that was promised and not lost with its last copy is there, and so is everything that any
 * surviving device held when the trouble ended.
 */
import {
  type Coverage,
  coverageOfDocument,
  coverageOfContent,
  covers,
  intersectCoverage,
} from '../../src/sync/coverage.ts';
import { isSpaceEmpty } from '../../src/store/space-document.ts';
import type { Problem, ViewByKind, ViewQuery } from '../../src/worker/messages.ts';
import type { Device, Tab } from './device-host.ts';
import { has } from './ledger.ts';
import { checkRoster, openGuests } from './check-roster.ts';
import { isWriter, type Placed, placedDevices } from './stored-role.ts';
import { contentOf, storedDocuments, type StoredDocument } from './stored-space.ts';
import type { World } from './world.ts';

/** What one device had of one document when the trouble ended. */
export interface Held {
  readonly device: Device;
  readonly document: string;
  readonly coverage: Coverage;
  /** Of the space's own document: there is a household in it. */
  readonly isHousehold: boolean;
}

export interface Member extends Placed {
  readonly documents: ReadonlyMap<string, StoredDocument>;
}

function membersOf(world: World): readonly Member[] {
  return placedDevices(world)
    .filter(({ role }) => isWriter(role) || role === 'viewer')
    .map((placed) => {
      const { device, record } = placed;
      return { ...placed, documents: namedDocuments(storedDocuments(device.disk, device.name, record.id)) };
    });
}

/**
 * Without the runs that the space document does not name: a device stopped, or had no room, between a run's first
 * events and its entry in the index. Nobody was told that such a run had started.
 */
function namedDocuments(documents: ReadonlyMap<string, StoredDocument>): ReadonlyMap<string, StoredDocument> {
  const space = [...documents.values()].find(({ name }) => name.startsWith('space/'));
  const named = new Set(space?.doc.getMap('runs').keys() ?? []);
  return new Map(
    [...documents].filter(([name]) => name.startsWith('space/') || named.has(name.split('/')[2] ?? '')),
  );
}

export function readHeld(world: World): readonly Held[] {
  return membersOf(world).flatMap(({ device, role, documents }) =>
    // What only those have who may not write is with them alone.
    (isWriter(role) ? [...documents.values()] : []).map(({ name, doc }) => ({
      device,
      document: name,
      coverage: coverageOfDocument(doc),
      isHousehold: name.startsWith('space/') && !isSpaceEmpty(doc),
    })),
  );
}

/** What is not as it must be. */
export async function checkEnd(world: World, held: readonly Held[]): Promise<readonly string[]> {
  const members = membersOf(world);
  const writers = members.filter(({ role }) => isWriter(role));
  if (writers.length === 0) return ['nobody has the household any more'];
  const found: string[] = [];
  for (const { device } of [...members, ...openGuests(world)]) {
    // Of several tabs one has the connection, and the others say so.
    const tab = device.tabs.find(({ app }) => app.sync?.otherTab !== true);
    const state = tab?.app.sync?.state;
    if (state !== 'live') found.push(`${device.name} is ${state ?? 'not there'}`);
    else if (tab?.app.sync?.pending === true) found.push(`${device.name} has something pending`);
    const problems = tab?.app.problems ?? [];
    found.push(
      ...findWrongProblems(problems, { isPoisoned: world.isPoisoned, held }).map(
        (type) => `${device.name} shows ${type}`,
      ),
    );
  }
  if (found.length > 0) return found;
  // A clock that was off may have made a run look old: it is brought up to date when somebody looks at it.
  for (const { device } of members) for (const tab of device.tabs) await lookAtFinished(device, tab);
  found.push(...compareDocuments(members), ...findMissing(world, members, held));
  const [kept] = writers;
  if (kept !== undefined) found.push(...(await checkRoster(world, writers, kept.documents)));
  return found.length > 0 ? found : compareViews(writers);
}

/** What a screen says is wrong, and is not so. */
export function findWrongProblems(
  problems: readonly Problem[],
  { isPoisoned, held }: { readonly isPoisoned: boolean; readonly held: readonly Held[] },
): readonly Problem['type'][] {
  const isTrue = (problem: Problem): boolean => {
    // Bad snapshots were sent, and the screen may say so.
    if (problem.type === 'unreadableChanges') return isPoisoned;
    // The last device that had the household lost its disk before anybody heard of it: that must be said, and as final.
    if (problem.type === 'contentMissing')
      return problem.lost && held.every(({ isHousehold }) => !isHousehold);
    return false;
  };
  return problems.filter((problem) => !isTrue(problem)).map(({ type }) => type);
}

async function lookAtFinished(device: Device, tab: Tab): Promise<void> {
  const flows = await device.view(tab, { kind: 'flows' });
  for (const { run } of flows?.finished ?? []) await device.view(tab, { kind: 'flow', run });
}

/**
 * Writers have the same. A viewer has at least that: what the relay and every writer have lost, a viewer cannot give
 * back, because nobody may take a change from whoever only looks.
 */
export function compareDocuments(members: readonly Member[]): readonly string[] {
  const writers = members.filter(({ role }) => isWriter(role));
  const viewers = members.filter(({ role }) => !isWriter(role));
  const names = new Set(members.flatMap(({ documents }) => [...documents.keys()]));
  return [...names].sort().flatMap((name) => {
    const contents = writers.map(({ device, documents }) => {
      const document = documents.get(name);
      return { device: device.name, content: document === undefined ? 'nothing' : contentOf(document) };
    });
    const first = contents[0]?.content;
    const others = contents.filter(({ content }) => content !== first).map(({ device }) => device);
    const theirs = writers[0]?.documents.get(name);
    const behind = viewers.filter(({ documents }) => {
      const own = documents.get(name);
      if (theirs === undefined) return false;
      return own === undefined || !covers(coverageOfDocument(own.doc), coverageOfDocument(theirs.doc));
    });
    return [
      ...(others.length === 0 ? [] : [`${others.join(' ')} and ${contents[0]?.device} differ in ${name}`]),
      ...behind.map(({ device }) => `${device.name} lacks something of ${name}`),
    ];
  });
}

/** What was promised, or held when the trouble ended, and is not with every member. */
export function findMissing(
  world: World,
  members: readonly Member[],
  held: readonly Held[],
): readonly string[] {
  const found: string[] = [];
  const epoch = world.isPoisoned ? -1 : world.epoch();
  const out = placedDevices(world).flatMap(({ device, role }) => (role === 'out' ? device : []));
  const owed = world.ledger
    .owed(epoch, (device) => !out.includes(device) && !world.roster.targets.has(device))
    .filter(({ document }) => !document.startsWith('guest/'));
  for (const { device, documents } of members) {
    for (const { document, what } of owed) {
      const stored = documents.get(document);
      if (stored === undefined || !has(stored, what)) {
        found.push(`${device.name} lacks ${what} of ${document}, which was promised`);
      }
    }
    for (const { device: holder, document, coverage } of held) {
      if (out.includes(holder)) continue;
      const stored = documents.get(document);
      const own = members.find((member) => member.device === holder)?.documents.get(document);
      const wanted = own === undefined ? coverage : withoutUnreadable(coverage, own);
      if (stored === undefined || !covers(coverageOfDocument(stored.doc), wanted)) {
        found.push(`${device.name} lacks something of ${document} that ${holder.name} held`);
      }
    }
  }
  return found;
}

/** A disk that was full may hold a change without the one that it builds on: it said so, and nobody can ever read it. */
function withoutUnreadable(held: Coverage, { doc }: StoredDocument): Coverage {
  return covers(coverageOfDocument(doc), held) ? intersectCoverage(held, coverageOfContent(doc)) : held;
}

async function compareViews(members: readonly Member[]): Promise<readonly string[]> {
  const shown: { readonly device: string; readonly views: readonly string[] }[] = [];
  for (const { device } of members) {
    // Of several tabs one has the connection, and the others say so.
    const tab = device.tabs.find(({ app }) => app.sync?.otherTab !== true);
    if (tab === undefined) return [`${device.name} has no tab`];
    const views = await viewsOf(device, tab);
    shown.push({ device: device.name, views: views.map((view) => JSON.stringify(view, withoutOwn)) });
  }
  const [first, ...others] = shown;
  return others.flatMap(({ device, views }) => {
    const at = views.findIndex((view, index) => view !== first?.views[index]);
    return at < 0
      ? []
      : [sayDifference(device, views[at] ?? '', first?.device ?? '', first?.views[at] ?? '')];
  });
}

/** What is about the device that shows it: what it may do, its place in the list, who is there in this moment. */
const own: ReadonlySet<string> = new Set(['access', 'devices', 'here']);

function withoutOwn(key: string, value: unknown): unknown {
  return own.has(key) ? undefined : value;
}

/** From a little before the first letter that is another one. */
function sayDifference(left: string, view: string, right: string, otherView: string): string {
  const length = Math.max(view.length, otherView.length);
  let at = 0;
  while (at < length && view[at] === otherView[at]) at += 1;
  const from = Math.max(0, at - 60);
  const part = (text: string): string => `${text.slice(0, 14)}…${text.slice(from, at + 60)}`;
  return `${left} and ${right} show different things: ${part(view)} | ${part(otherView)}`;
}

async function viewsOf(device: Device, tab: Tab): Promise<readonly unknown[]> {
  const view = <Kind extends keyof ViewByKind>(query: Extract<ViewQuery, { kind: Kind }>) =>
    device.view(tab, query);
  const flows = await view({ kind: 'flows' });
  const log = await view({ kind: 'log', limit: 500 });
  const people = await view({ kind: 'people' });
  const each: unknown[] = [flows, log, people, await view({ kind: 'now' })];
  for (const { run } of flows?.active ?? []) {
    const flow = await view({ kind: 'flow', run });
    each.push(flow);
    for (const { key } of flow?.rows ?? []) each.push(await view({ kind: 'step', run, key }));
  }
  return each;
}
