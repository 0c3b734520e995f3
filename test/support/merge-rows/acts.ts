/** What people do in the rows of the merge table, by the step's name. */
import type { EventId } from '../../../src/model/ids.ts';
import type { FactId } from '../../../src/model/ids.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import type { OutcomeDefinition } from '../../../src/model/workflow.ts';
import { type Device, occurrence, plan, step } from '../run-bench.ts';

type Act = (device: Device) => unknown;

export const yesOrNo: readonly OutcomeDefinition[] = [
  { id: 'yes', name: 'Yes' },
  { id: 'no', name: 'No' },
];

/** A call, and what comes after it. */
export const callPlan = plan([step('call'), step('after', ['call'])]);

export const done =
  (id: string, outcome?: string, facts?: Readonly<Record<FactId, FactValue | null>>): Act =>
  (device) =>
    device.do({
      kind: 'completeStep',
      occurrence: currentOf(device, id),
      ...(outcome === undefined ? {} : { outcome }),
      ...(facts === undefined ? {} : { facts }),
    });

export const failed =
  (id: string): Act =>
  (device) =>
    device.do({ kind: 'failStep', occurrence: currentOf(device, id), reason: 'no answer' });

export const retried =
  (id: string): Act =>
  (device) =>
    device.do({ kind: 'retryStep', occurrence: currentOf(device, id) });

export const skipped =
  (id: string): Act =>
  (device) =>
    device.do({ kind: 'skipStep', occurrence: currentOf(device, id), reason: 'not needed' });

export const called =
  (id: string): Act =>
  (device) =>
    device.do({ kind: 'cancelStep', occurrence: currentOf(device, id), reason: 'called off' });

export const reopened =
  (id: string): Act =>
  (device) =>
    device.do({ kind: 'reopenStep', occurrence: currentOf(device, id), reason: 'again' });

export const resolved =
  (id: string, keep: EventId | undefined): Act =>
  (device) => {
    if (keep === undefined) throw new Error('there is nothing to keep');
    return device.do({ kind: 'resolveConflict', occurrence: currentOf(device, id), keep });
  };

/** One after the other. */
export const both =
  (...acts: readonly Act[]): Act =>
  (device) => {
    for (const act of acts) act(device);
  };

function currentOf(device: Device, id: string) {
  return device.of(id)?.occurrence ?? occurrence(id);
}
