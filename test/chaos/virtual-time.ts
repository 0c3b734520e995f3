/**
 * The clock, the timers and the chance of a simulated world, in place of the platform's own.
 *
 * Imported before anything else: libraries take `Date.now` and `getRandomValues` for themselves when they
 * load. From then on time stands still unless `runUntil` moves it, and every number drawn comes from the seed.
 *
 * Invariants
 * - Tasks run in the order of their times, those of one time in the order in which they were made, and all
 *   that a task left for "soon" (promises) runs before the next one.
 * - A timer belongs to whoever set it. The timers of a killed owner never ring; the disk goes on without it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { webcrypto } from 'node:crypto';
import { makeRandom, type SeededRandom } from '../support/seeded-random.ts';
import { simulatedSubtle } from './simulated-subtle.ts';

/** A program that can be killed: a tab, the relay, a stranger. */
export interface Owner {
  readonly name: string;
  dead: boolean;
  /** How long its disk takes for one step, ms. */
  readonly diskMs: number;
}

interface Task {
  at: number;
  order: number;
  readonly run: () => void;
  readonly owner: Owner | null;
  readonly every: number | null;
  cancelled: boolean;
}

/** 12 November 2026, 08:00 UTC: where every world begins. */
const beginning = Date.UTC(2026, 10, 12, 8);

const owners = new AsyncLocalStorage<Owner>();
// Taken here, before the replacements below: what is left for "soon" is done when the real one comes round.
const afterPromises = globalThis.setImmediate;
let heap: Task[] = [];
let time = beginning;
let orders = 0;
let chance: SeededRandom = makeRandom(0);
let lastDiskAt = new Map<Owner | null, number>();
let failures: unknown[] = [];

function isBefore(left: Task, right: Task): boolean {
  return left.at < right.at || (left.at === right.at && left.order < right.order);
}

function enqueue(task: Task): void {
  let index = heap.length;
  heap.push(task);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!isBefore(task, heap[parent] as Task)) break;
    heap[index] = heap[parent] as Task;
    index = parent;
  }
  heap[index] = task;
}

function dequeue(): Task {
  const first = heap[0] as Task;
  const last = heap.pop() as Task;
  if (heap.length === 0) return first;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Task, heap[child] as Task)) child += 1;
    if (!isBefore(heap[child] as Task, last)) break;
    heap[index] = heap[child] as Task;
    index = child;
  }
  heap[index] = last;
  return first;
}

function add(run: () => void, wait: number, every: number | null): Task {
  orders += 1;
  const owner = owners.getStore() ?? null;
  const task: Task = { at: time + wait, order: orders, run, owner, every, cancelled: false };
  if (owner?.dead !== true) enqueue(task);
  return task;
}

function cancel(task: unknown): void {
  if (typeof task === 'object' && task !== null && 'cancelled' in task) task.cancelled = true;
}

/** What a dead tab's disk still does takes time too: it waits for other tabs by asking again and again. */
const nobodysDiskMs = 0.02;

/** A disk's steps come one after the other, and its owner's death does not stop them. */
function addDiskStep(run: () => void): void {
  orders += 1;
  const owner = owners.getStore() ?? null;
  const at = Math.max(time + (owner?.diskMs ?? nobodysDiskMs), lastDiskAt.get(owner) ?? 0);
  lastDiskAt.set(owner, at);
  enqueue({ at, order: orders, run, owner: null, every: null, cancelled: false });
}

/** Whole milliseconds since 1970, for everybody whose clock is right. */
export function now(): number {
  return Math.floor(time);
}

/** Calls back after so many ms, whoever lives then. */
export function after(wait: number, run: () => void): void {
  orders += 1;
  enqueue({ at: time + wait, order: orders, run, owner: null, every: null, cancelled: false });
}

/** Runs something as the owner: timers that it sets, now or later, are the owner's. */
export function runAs<Value>(owner: Owner, run: () => Value): Value {
  return owners.run(owner, run);
}

/** A new world: no timers, no failures, time at its beginning. */
export function beginWorld(seed: number): void {
  heap = [];
  time = beginning;
  orders = 0;
  chance = makeRandom(seed);
  lastDiskAt = new Map();
  failures = [];
}

/** What programs threw and nobody caught. */
export function uncaught(): readonly unknown[] {
  return failures;
}

/** What a disk that is full, or torn away, says to libraries that do not listen. */
const unheard = /AbortError|InvalidStateError|QuotaExceededError|TransactionInactiveError/;

/** A rejection that nobody listens to. */
export function noteRejection(reason: unknown): void {
  const failed = isFailedRequest(reason) ? reason.target.error : reason;
  const isDisk = failed instanceof Error && unheard.test(`${failed.name} ${failed.message}`);
  if (!isDisk) failures.push(reason);
}

/** Some libraries reject with the event itself. */
function isFailedRequest(reason: unknown): reason is { readonly target: { readonly error: unknown } } {
  return reason instanceof Object && 'target' in reason && reason.target instanceof IDBRequest;
}

function promisesDone(): Promise<void> {
  return new Promise((resolve) => afterPromises(() => resolve()));
}

/** Lets time pass until then, or until `isOver`. */
export async function runUntil(end: number, isOver: () => boolean = () => false): Promise<void> {
  // What the caller has begun goes as far as it gets before time moves.
  await promisesDone();
  while (!isOver() && heap.length > 0 && (heap[0] as Task).at <= end) {
    const task = dequeue();
    if (task.cancelled || task.owner?.dead === true) continue;
    time = task.at;
    if (task.every !== null) {
      orders += 1;
      task.at = time + task.every;
      task.order = orders;
      enqueue(task);
    }
    try {
      if (task.owner === null) owners.exit(task.run);
      else owners.run(task.owner, task.run);
    } catch (error) {
      failures.push(error);
    }
    await promisesDone();
  }
  if (!isOver()) time = Math.max(time, end);
}

type Callback = (...given: unknown[]) => void;

function replaceGlobals(): void {
  const bind = (callback: Callback, given: unknown[]): (() => void) =>
    given.length === 0 ? callback : () => callback(...given);
  Object.assign(globalThis, {
    setTimeout: (callback: Callback, wait = 1, ...given: unknown[]) =>
      add(bind(callback, given), Math.max(1, wait), null),
    setInterval: (callback: Callback, wait = 1, ...given: unknown[]) =>
      add(bind(callback, given), Math.max(1, wait), Math.max(1, wait)),
    setImmediate: (callback: Callback, ...given: unknown[]) => addDiskStep(bind(callback, given)),
    clearTimeout: cancel,
    clearInterval: cancel,
    clearImmediate: cancel,
  });
  Date.now = now;
  performance.now = () => time - beginning;
  Math.random = () => chance.next();
  const fill = <Numbers extends ArrayBufferView>(numbers: Numbers): Numbers => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    bytes.set(chance.bytes(bytes.length));
    return numbers;
  };
  Object.defineProperty(webcrypto, 'getRandomValues', { value: fill });
  Object.defineProperty(webcrypto, 'subtle', { value: simulatedSubtle });
}

replaceGlobals();
