/** Plays a shipped workflow through the engine: Ana conducts, at a time that the test sets. */
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import { computeUndoQueue } from '../../src/engine/undo-queue.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type ItemId, type PersonId } from '../../src/model/ids.ts';
import type { ItemDefinition } from '../../src/model/per-item.ts';
import { placeOf } from '../../src/model/place.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { beginTemplate, type TemplateStart } from './begin-template.ts';
import { ana, type Device } from './run-bench.ts';

export const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

export const item = (id: string, name: string): ItemDefinition => ({ id: asId<ItemId>(id), name });

interface Ending {
  readonly outcome?: string;
  /** By their names as the plan has them, and `fact/item` for one of an item. */
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly by?: PersonId;
}

export interface TemplatePlay {
  readonly device: Device;
  /** Whatever is done from now on is done then. */
  readonly moveTo: (now: number) => void;
  /** The pass that is open now of `step` or `step/item`. */
  readonly complete: (place: string, ending?: Ending) => void;
  readonly set: (fact: string, value: FactValue, by?: PersonId) => void;
  /** Who is told of what by then: `document/bank late tellConductor → ana`. */
  readonly told: (now: number) => readonly string[];
  /** The ways out of what that person is told of a step, the suggested one first. */
  readonly ways: (now: number, place: string, person: PersonId) => readonly string[];
  /** What is there to be undone, in the order in which it is proposed. */
  readonly undos: () => readonly string[];
  /** The state of each, in the same order. */
  readonly statuses: (...places: readonly string[]) => readonly string[];
}

export function playTemplate(
  definition: WorkflowDefinition,
  begin: TemplateStart & { readonly now: number },
): TemplatePlay {
  let { now } = begin;
  const device = beginTemplate(definition, () => now, begin);
  const alertsAt = (at: number) =>
    computeAlerts(device.state(), at).alerts.map((alert) => {
      const occurrence = alert.key === null ? undefined : device.state().occurrences.get(alert.key);
      return { ...alert, place: occurrence === undefined ? '' : placeOf(occurrence.occurrence) };
    });
  return {
    device,
    moveTo: (then) => {
      now = then;
    },
    complete: (place, { by = ana, ...ending } = {}) => {
      const { occurrence } = device.of(place);
      device.do({ kind: 'completeStep', occurrence, ...ending }, { actor: by });
    },
    set: (fact, value, by = ana) => {
      device.do({ kind: 'setFact', fact: asId<FactId>(fact), value }, { actor: by });
    },
    told: (at) =>
      alertsAt(at).map(
        ({ place, cause, rung, to }) =>
          `${place} ${cause} ${rung} → ${to.map(({ person }) => person).join(', ')}`,
      ),
    ways: (at, place, person) =>
      alertsAt(at)
        .filter((alert) => alert.place === place && alert.to.some((each) => each.person === person))
        .flatMap(({ ways }) => ways.map(({ kind }) => kind)),
    undos: () => computeUndoQueue(device.state(), now).map(({ state }) => placeOf(state.occurrence)),
    statuses: (...places) => places.map((place) => device.of(place).status),
  };
}
