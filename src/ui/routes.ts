/**
 * Every address of the app. An occurrence key contains slashes, so it is written with `~` between its
 * parts and each part percent-encoded; `~` itself never survives encoding of a part.
 */
import { type RunId, type WorkflowId, asId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';

export const paths = {
  now: '/',
  flows: '/flows',
  flow: '/flows/:run/:occurrence?',
  people: '/people',
  log: '/log',
  new: '/new',
  newWorkflow: '/new/:workflow',
  join: '/join',
  settings: '/settings',
  alerts: '/alerts',
} as const;

const encodePart = (part: string): string => encodeURIComponent(part).replaceAll('~', '%7E');

export function runPath(run: RunId): string {
  return `/flows/${encodeURIComponent(run)}`;
}

export function stepPath(run: RunId, key: OccurrenceKey): string {
  return `${runPath(run)}/${key.split('/').map(encodePart).join('~')}`;
}

export function startPath(workflow: WorkflowId): string {
  return `/new/${encodeURIComponent(workflow)}`;
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
