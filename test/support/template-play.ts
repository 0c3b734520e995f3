/** Plays a shipped workflow through the engine with several people, at times that the play names. */
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type PersonId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { beginTemplate, type TemplateStart } from './begin-template.ts';
import { ana, type Device } from './run-bench.ts';

export interface Play {
  readonly device: Device;
  /** Wall time in winter, in Lisbon: `2026-03-25T18:00`. */
  readonly moveTo: (time: string) => void;
  readonly done: (id: string, more?: Ending) => void;
  readonly vote: (id: string, by: PersonId, vote?: 'approve' | 'reject' | 'withdraw') => void;
  readonly set: (fact: string, value: FactValue) => void;
  readonly recheck: (id: string) => void;
  readonly due: (id: string) => string | undefined;
  readonly status: (...ids: readonly string[]) => readonly string[];
  readonly validity: (...ids: readonly string[]) => readonly string[];
  /** "numbers/costs offerFallback ana": what is told now, to whom. */
  readonly alerts: () => readonly string[];
  /** Takes the first way out of an alert of this step that is of this kind. */
  readonly take: (id: string, kind: 'fallback' | 'cancelRun' | 'handOver', by?: PersonId) => void;
}

interface Ending {
  readonly by?: PersonId;
  readonly outcome?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
}

export function startPlay(
  definition: WorkflowDefinition,
  parts: Readonly<Record<string, PersonId>>,
  { at, ...start }: Omit<TemplateStart, 'parts'> & { readonly at: string },
): Play {
  let now = Date.parse(`${at}Z`);
  const device = beginTemplate(definition, () => (now += 1000), { ...start, parts });
  const act = (command: Command, by: PersonId = ana): void => void device.do(command, { actor: by });
  return {
    device,
    moveTo: (time) => {
      now = Date.parse(`${time}Z`);
    },
    done: (id, { by, ...ending } = {}) =>
      act({ kind: 'completeStep', occurrence: device.of(id).occurrence, ...ending }, by),
    vote: (id, by, vote = 'approve') => act({ kind: 'vote', occurrence: device.of(id).occurrence, vote }, by),
    set: (fact, value) => act({ kind: 'setFact', fact: asId<FactId>(fact), value }),
    recheck: (id) => act({ kind: 'recheckStep', occurrence: device.of(id).occurrence }),
    due: (id) => {
      const { dueAt } = device.of(id);
      return dueAt === null ? undefined : new Date(dueAt).toISOString().slice(0, 16);
    },
    status: (...ids) => ids.map((id) => device.of(id).status),
    validity: (...ids) => ids.map((id) => device.of(id).validity),
    alerts: () =>
      computeAlerts(device.state(), now).alerts.map(
        ({ key, rung, to }) => `${placeOfKey(key)} ${rung} ${to.map(({ person }) => person).join(', ')}`,
      ),
    take: (id, kind, by) => {
      const way = computeAlerts(device.state(), now)
        .alerts.filter(({ key }) => placeOfKey(key) === id)
        .flatMap(({ ways }) => ways)
        .find((each) => each.kind === kind);
      if (way === undefined || !('command' in way)) throw new Error(`${id} has no way out like ${kind}`);
      act(way.command, by);
    },
  };
}

/** `numbers/costs/1` is a pass at `numbers/costs`. */
function placeOfKey(key: string | null): string {
  return key?.replace(/\/+\d+$/, '') ?? 'run';
}
