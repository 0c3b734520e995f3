/** Gets the peers that benches compare with, and the little of them that is used here, typed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from '../../../.ci/run-step.ts';

const folder = join(import.meta.dirname, '..');

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(path: string): Manifest {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {};
}

/** Unless every peer is there in its pinned version already. */
export function installPeers(): void {
  const wanted = Object.entries(readManifest(join(folder, 'package.json')).dependencies ?? {});
  const isThere = ([name, version]: readonly [string, string]) =>
    readManifest(join(folder, 'node_modules', name, 'package.json')).version === version;
  if (wanted.every(isThere)) return;
  if (!runStep({ name: 'bench peers', command: ['npm', 'ci', '--prefix', folder] }))
    throw new Error('The peers could not be installed.');
}

export interface BpmnActivity {
  readonly id: string;
  signal(): void;
}
export interface BpmnModule {
  readonly Engine: new (options: {
    readonly name: string;
    readonly source: string;
  }) => {
    execute(options: { readonly listener: NodeJS.EventEmitter }): Promise<unknown>;
    waitFor(event: 'end'): Promise<unknown>;
  };
}

export interface XStateActor {
  start(): XStateActor;
  send(event: { readonly type: string }): void;
  getSnapshot(): { readonly status: string; matches(value: string): boolean };
}
export interface XStateModule {
  readonly createMachine: (config: unknown) => unknown;
  readonly createActor: (machine: unknown) => XStateActor;
}

// Peers have no types here, and are not there when the rest is type-checked: their names are kept from the compiler.
const names = { bpmn: 'bpmn-engine', xstate: 'xstate' };

export async function loadBpmn(): Promise<BpmnModule> {
  return (await import(names.bpmn)) as BpmnModule;
}

export async function loadXState(): Promise<XStateModule> {
  return (await import(names.xstate)) as XStateModule;
}
