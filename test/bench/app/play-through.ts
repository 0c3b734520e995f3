/**
 * Plays a shipped workflow on one device through the engine, as a household that keeps at it would: what is open is
 * done, asked, voted on or told, a few hours apart, until it is over or as far as is wished. What comes out is the
 * log that the app itself would have written.
 */
import { hash } from 'node:crypto';
import { findOpenVoters } from '../../../src/engine/approval/approval-state.ts';
import { decide } from '../../../src/engine/decide.ts';
import { planIndexOf } from '../../../src/engine/decide/plan-index.ts';
import { createRunFold } from '../../../src/engine/fold-run.ts';
import type { OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import { layOutSubflows } from '../../../src/engine/subflows/lay-out-subflows.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import type { Command } from '../../../src/model/command.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import {
  asId,
  type DeviceId,
  type FactId,
  type ItemId,
  type PersonId,
  type RunId,
} from '../../../src/model/ids.ts';
import type { RunContext } from '../../../src/model/person.ts';
import { placeOf } from '../../../src/model/place.ts';
import type { StepDefinition, WorkflowDefinition } from '../../../src/model/workflow.ts';
import { templateById } from '../../../src/templates/templates.ts';
import { inventFact } from '../../simulate/invent-facts.ts';
import { pick, type Random } from '../../support/random.ts';

export interface PlayedRun {
  readonly run: RunId;
  readonly state: RunState;
  /** What each command wrote, in their order. */
  readonly written: readonly (readonly RunEvent[])[];
}

export interface PlayOptions {
  readonly run: RunId;
  readonly definition: WorkflowDefinition;
  readonly title: string;
  readonly context: RunContext;
  readonly startedAt: number;
  /** How many commands after the start; more than there are to give: it is played to its end. */
  readonly commands: number;
  readonly random: Random;
}

interface Player extends PlayOptions {
  readonly give: (command: Command, by?: PersonId) => boolean;
  readonly state: () => RunState;
  readonly now: () => number;
}

const device = asId<DeviceId>('bench-phone');
const hour = 3_600_000;

export function playThrough(options: PlayOptions): PlayedRun {
  const { run, context, random } = options;
  const people = context.people.map(({ id }) => id);
  const fold = createRunFold(run);
  const written: (readonly RunEvent[])[] = [];
  let now = options.startedAt;
  let given = 0;
  const player: Player = {
    ...options,
    state: () => fold.state,
    now: () => now,
    give: (command, by = pick(random, people)) => {
      given += 1;
      const commandId = `${run}-${String(given).padStart(4, '0')}`;
      const made = decide(command, fold.state, { actor: by, device, now, commandId });
      if (!made.ok || made.value.length === 0) return false;
      written.push(made.value);
      fold.add(made.value);
      now += (0.5 + 3 * random()) * hour;
      return true;
    },
  };
  if (!player.give(startOf(player))) throw new Error(`${options.title} did not start.`);
  for (let command = 0; command < options.commands && fold.state.status === 'running'; command += 1) {
    if (goOn(player)) continue;
    // Nobody is to do anything now: what is left is let go.
    if (!player.give({ kind: 'finishRun' })) break;
  }
  return { run, state: fold.state, written };
}

function startOf(player: Player): Command {
  const { definition, title, context, random } = player;
  const laid = layOutSubflows(definition, templateById);
  if (!laid.ok) throw new Error(`${title} cannot be laid out.`);
  const people = context.people.map(({ id }) => id);
  const first = Math.floor(random() * people.length);
  const facts: Record<FactId, FactValue> = {};
  for (const fact of laid.value.facts) {
    if (fact.derived !== undefined || fact.perItem !== undefined) continue;
    if (fact.anchor === true || fact.atStart === true) facts[fact.id] = inventFact(fact, findingOf(player));
  }
  const items: Record<string, readonly { readonly id: ItemId; readonly name: string }[]> = {};
  for (const { id, perItem } of laid.value.sections ?? []) {
    if (perItem === undefined || perItem.items === 'design') continue;
    items[id] =
      perItem.known ?? ['One', 'Two'].map((name) => ({ id: asId<ItemId>(name.toLowerCase()), name }));
  }
  return {
    kind: 'startRun',
    title,
    workflow: { number: 1, hash: hash('sha256', canonicalJson(laid.value)), definition: laid.value },
    conductor: pick(random, people),
    // One after the other: several votes are of several people.
    parts: Object.fromEntries(
      laid.value.parts.map(({ id }, index) => [id, people[(first + index) % people.length] as PersonId]),
    ),
    facts,
    ...(Object.keys(items).length > 0 && { items }),
    context,
    alreadyDone: [],
  };
}

/** `false`: there is nothing that anybody could do now. */
function goOn(player: Player): boolean {
  const state = player.state();
  for (const current of state.current.values()) if (workOn(player, current)) return true;
  const list = state.items.find(({ isOpen }) => isOpen);
  return list !== undefined && player.give({ kind: 'closeItems', section: list.section });
}

function workOn(player: Player, current: OccurrenceState): boolean {
  const { give } = player;
  const { occurrence, status, approval, validity, missingFacts } = current;
  const step = planIndexOf(player.state().steps).stepOf(placeOf(occurrence));
  if (step === undefined) return false;
  if (missingFacts.length > 0) return missingFacts.some((fact) => tell(player, fact));
  switch (status) {
    case 'ready':
    case 'inProgress':
      return approval === null ? complete(player, step, current) : vote(player, current);
    case 'waiting':
      return give({ kind: 'recordReply', occurrence, text: 'They answered' });
    case 'completed':
      return validity === 'recheck' && give({ kind: 'recheckStep', occurrence });
    default:
      return false;
  }
}

function complete(player: Player, step: StepDefinition, { occurrence, holder }: OccurrenceState): boolean {
  const known = player.state().facts;
  const facts = Object.fromEntries(
    (step.writes ?? []).flatMap((fact): [FactId, FactValue][] => {
      const definition = known.get(fact)?.definition;
      return definition === undefined || definition.derived !== undefined
        ? []
        : [[fact, inventFact(definition, findingOf(player))]];
    }),
  );
  const outcome = step.outcomes?.find(({ redo, endsRun }) => redo === undefined && endsRun !== true)?.id;
  return player.give(
    { kind: 'completeStep', occurrence, facts, ...(outcome === undefined ? {} : { outcome }) },
    holder ?? undefined,
  );
}

function vote(player: Player, { approval, occurrence }: OccurrenceState): boolean {
  const [voter] = approval === null ? [] : findOpenVoters(approval);
  return voter !== undefined && player.give({ kind: 'vote', occurrence, vote: 'approve' }, voter);
}

function tell(player: Player, fact: FactId): boolean {
  const { facts } = player.state();
  const origin = facts.get(fact)?.definition.derived?.from ?? fact;
  const definition = facts.get(origin)?.definition;
  if (definition === undefined) return false;
  return player.give({ kind: 'setFact', fact: origin, value: inventFact(definition, findingOf(player)) });
}

function findingOf({ random, now, context }: Player) {
  return { random, now: now(), zone: context.zone, people: context.people.map(({ id }) => id) };
}
