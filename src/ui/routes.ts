/**
 * Every address of the app. An occurrence key contains slashes, so it is written with `~` between its
 * parts and each part percent-encoded; `~` itself never survives encoding of a part.
 */
import { type PersonId, type RunId, type WorkflowId, asId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';

export const paths = {
  now: '/',
  flows: '/flows',
  flow: '/flows/:run/:occurrence?',
  people: '/people',
  log: '/log',
  new: '/new',
  newWorkflow: '/new/:workflow',
  workflow: '/workflows/:workflow',
  join: '/join',
  settings: '/settings',
  alerts: '/alerts',
  /** What was shared to Baton, or pasted. */
  share: '/share',
  /** A file that was opened with Baton. */
  open: '/open',
  again: '/again/:run',
  print: '/print/:run',
} as const;

const encodePart = (part: string): string => encodeURIComponent(part).replaceAll('~', '%7E');

export function runPath(run: RunId): string {
  return `/flows/${encodeURIComponent(run)}`;
}

/** The flow with its facts open. */
export const factsFragment = '#facts';

export function factsPath(run: RunId): string {
  return `${runPath(run)}${factsFragment}`;
}

/** People with one of them open. What stands behind `#` is sent to nobody. */
export function personPath(person: PersonId): string {
  return `${paths.people}#${encodeURIComponent(person)}`;
}

/** What `personPath` wrote; null when nobody is named. */
export function personFromFragment(fragment: string): PersonId | null {
  return fragment.length < 2 ? null : asId<PersonId>(decodePart(fragment.slice(1)));
}

export function stepPath(run: RunId, key: OccurrenceKey): string {
  return `${runPath(run)}/${key.split('/').map(encodePart).join('~')}`;
}

/** The pictures of a flow. Which one is shown is in its address, so that back and reload keep it. */
export const flowTabs = ['steps', 'map', 'days', 'people'] as const;
export type FlowTab = (typeof flowTabs)[number];

export function withFlowTab(path: string, tab: FlowTab): string {
  return `${path}?view=${tab}`;
}

export function flowTabFromParam(param: string | readonly string[] | undefined): FlowTab | null {
  return flowTabs.find((tab) => tab === param) ?? null;
}

/** Starting another like this one. */
export function againPath(run: RunId): string {
  return `/again/${encodeURIComponent(run)}`;
}

export function printPath(run: RunId): string {
  return `/print/${encodeURIComponent(run)}`;
}

export function startPath(workflow: WorkflowId): string {
  return `/new/${encodeURIComponent(workflow)}`;
}

/** Where the workflow is written. */
export function workflowPath(workflow: WorkflowId): string {
  return `/workflows/${encodeURIComponent(workflow)}`;
}

/** What `stepPath` wrote; null when the address holds no key. The router hands parameters over as they stand in the address. */
export function keyFromParam(param: string | undefined): OccurrenceKey | null {
  if (param === undefined) return null;
  const parts = param.split('~');
  return parts.length === 3 ? (parts.map(decodePart).join('/') as OccurrenceKey) : null;
}

export function runFromParam(param: string | undefined): RunId {
  return asId<RunId>(decodePart(param ?? ''));
}

export function workflowFromParam(param: string | undefined): WorkflowId {
  return asId<WorkflowId>(decodePart(param ?? ''));
}

/** A hand-written address may hold a stray `%`; it is then taken as it stands. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
