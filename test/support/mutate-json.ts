/** Damages plain data as a bug, a newer version or an ill-meaning peer would. One seed, one damage, for ever. */
import { pick, type Random } from './random.ts';

type Container = Record<string, unknown>;

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { in: value };
  return value;
}

/** Made anew each time: an object put into itself would be a circle, which no log can hold. */
const oddities: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' ',
  () => 0,
  () => -0,
  () => -1,
  () => 1.5,
  () => 2 ** 53,
  () => 999_999_999,
  () => 1e308,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => 'NaN',
  () => '1',
  () => 10n,
  () => true,
  () => [],
  () => {},
  () => ({}),
  () => [null],
  () => new Uint8Array(3),
  () => 'x'.repeat(100_000),
  () => Array.from({ length: 2000 }, () => 'x'),
  () => nested(20_000),
  () => '\u0000',
  () => '\ud800',
  () => '__proto__',
  () => 'constructor',
  () => 'a/b',
  () => 'a.date',
  () => JSON.parse('{"__proto__": {"id": 1}}'),
  () => JSON.parse('{"constructor": 1, "toString": 2, "length": 3, "then": 4}'),
  () => ({ kind: 'date' }),
  () => ({ kind: 'date', date: '2026-02-30' }),
  () => ({ kind: 'toString' }),
  () => ({ kind: 'instant', at: 1e300, zone: 'Nowhere/Land' }),
  () => ({ kind: 'instant', at: 0, zone: 'Nowhere/Land' }),
  () => ({ kind: 'money', amount: 1, currency: 'euro' }),
  () => ({ kind: 'count', count: 1e9 }),
  () => 'step.completed/99',
  () => 'step.teleported/1',
  () => 'run.started/1',
  () => 'run.started/2',
];

const oddNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'raw',
  'opaque',
  'damaged',
  'added',
  '',
];

/** `words`: ids and other texts that may end up where another was. Changes its argument; answers the result. */
export function mutateJson(random: Random, value: unknown, words: readonly string[]): unknown {
  let root = value;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const place = findPlace(random, root);
    if (place === null || random() < 0.005) root = pick(random, oddities)();
    else damage(random, place, words);
  }
  return root;
}

interface Place {
  readonly container: Container | unknown[];
  readonly key: string;
}

/** Somewhere inside; null when there is no inside. */
function findPlace(random: Random, root: unknown): Place | null {
  let place: Place | null = null;
  let target = root;
  for (let depth = 0; depth < 12; depth++) {
    if (typeof target !== 'object' || target === null || ArrayBuffer.isView(target)) break;
    const container = target as Container;
    const keys = Object.keys(container);
    if (keys.length === 0) break;
    const key = pick(random, keys);
    place = { container, key };
    // Mostly on to the leaves, where meaning is; sometimes a whole branch.
    if (random() < 0.15) break;
    target = container[key];
  }
  return place;
}

function damage(random: Random, { container, key }: Place, words: readonly string[]): void {
  const roll = random();
  const target = container as Container;
  if (roll < 0.15) remove(container, key);
  else if (roll < 0.25) duplicate(random, container, key);
  else if (roll < 0.45) put(target, key, pick(random, words));
  else if (roll < 0.55) add(random, container);
  else if (roll < 0.65) put(target, key, wrongType(target[key]));
  else put(target, key, pick(random, oddities)());
}

function remove(container: Container | unknown[], key: string): void {
  if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
}

/** Of a list an element stands twice; of an object one field's value takes another's place. */
function duplicate(random: Random, container: Container | unknown[], key: string): void {
  if (Array.isArray(container)) container.push(copied(container[Number(key)]));
  else put(container, pick(random, Object.keys(container)), copied(container[key]));
}

/** A list has no names, so it gets one more element. */
function add(random: Random, container: Container | unknown[]): void {
  const value = pick(random, oddities)();
  if (Array.isArray(container)) container.push(value);
  else put(container, pick(random, oddNames), value);
}

/** What is nested too deep to be copied is made anew. */
function copied(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return nested(10);
  }
}

/** As an own field, whatever its name: an assignment to `__proto__` would not make one. */
function put(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
}

function wrongType(value: unknown): unknown {
  if (typeof value === 'string') return value.length;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 0;
  if (Array.isArray(value)) return Object.fromEntries(value.entries());
  return value === null ? {} : [value];
}
