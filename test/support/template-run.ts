/** A shipped workflow under way on one device, with a clock of its own, and what is told of it and when. */
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { RunContext } from '../../src/model/person.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { beginTemplate, type TemplateStart } from './begin-template.ts';
import { context, type Device } from './run-bench.ts';

export interface TemplateRun {
  readonly device: Device;
  /** ISO; what happens from now on happens then. */
  readonly at: (instant: string) => void;
  /** Completes the present pass of a step; `facts` by their own ids, in an item too. */
  readonly finish: (
    place: string,
    more?: { readonly outcome?: string; readonly facts?: Readonly<Record<string, FactValue>> },
  ) => void;
  readonly status: (place: string) => string | undefined;
  /** Of the present pass: which rungs have been told to whom by then. */
  readonly told: (place: string, instant: string) => readonly string[];
}

/** Nobody sleeps here: what is to be told is told at once. */
const awake: RunContext = {
  ...context,
  people: context.people.map((person) => ({ ...person, quiet: { from: '03:00', to: '03:01' } })),
};

/** Ana conducts and starts it at `instant`. */
export function startTemplate(
  definition: WorkflowDefinition,
  instant: string,
  start: TemplateStart,
): TemplateRun {
  let now = Date.parse(instant);
  const device = beginTemplate(definition, () => now, start, awake);
  return {
    device,
    at: (then) => {
      now = Date.parse(then);
    },
    finish: (place, { outcome, facts = {} } = {}) => {
      const { occurrence } = device.of(place);
      const [item] = occurrence.items;
      const given = Object.entries(facts).map(([id, value]) => [
        item === undefined ? id : `${id}/${item}`,
        value,
      ]);
      device.do({
        kind: 'completeStep',
        occurrence,
        facts: Object.fromEntries(given),
        ...(outcome === undefined ? {} : { outcome }),
      });
    },
    status: (place) => device.of(place)?.status,
    told: (place, then) =>
      computeAlerts(device.state(), Date.parse(then))
        .alerts.filter(({ key }) => key === device.of(place).key)
        .map(({ rung, cause, to }) => `${rung} ${cause}: ${to.map(({ person }) => person).join(', ')}`),
  };
}
