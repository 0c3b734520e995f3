/** Who fills which part of a workflow, as a start form keeps it until the start. */
import type { PersonId } from '../../../model/ids.ts';
import type { PartDefinition, StepDefinition } from '../../../model/workflow.ts';
import type { PartChoice } from '../../../worker/messages.ts';
import type { Holder } from './draft.ts';

/** `later` leaves the part open: its steps have no holder until somebody takes them. */
export type PartPick = PartChoice | { readonly kind: 'later' };
export type PartPicks = Readonly<Record<string, PartPick>>;

/** Me in every part; but nobody is two people, so where several have to approve the last of those asked are open. */
export function partsOf(
  parts: readonly PartDefinition[],
  steps: readonly Pick<StepDefinition, 'approval'>[] = [],
): PartPicks {
  const open = new Set<string>(
    steps.flatMap(({ approval }) => {
      const asked = approval?.by.flatMap((who) => (who.kind === 'part' ? [who.part] : [])) ?? [];
      const others = (approval?.needed ?? 1) - 1;
      return others > 0 ? [...new Set(asked)].slice(1).slice(-others) : [];
    }),
  );
  return Object.fromEntries(
    parts.map(({ id }): [string, PartPick] => [id, { kind: open.has(id) ? 'later' : 'me' }]),
  );
}

/** What a start takes: open parts and names left empty are left out. */
export function picksToChoices(picks: PartPicks): Readonly<Record<string, PartChoice>> {
  const choices: Record<string, PartChoice> = {};
  for (const [part, pick] of Object.entries(picks)) {
    if (pick.kind === 'later' || (pick.kind === 'new' && pick.name.trim() === '')) continue;
    choices[part] = pick.kind === 'new' ? { kind: 'new', name: pick.name.trim() } : pick;
  }
  return choices;
}

export function pickOf(step: StepDefinition, picks: PartPicks): PartPick {
  // Of an approval the first of those who vote stands for them.
  const assignee = step.assignee ?? step.approval?.by[0];
  switch (assignee?.kind) {
    case 'part':
      return picks[assignee.part] ?? { kind: 'later' };
    case 'person':
      return { kind: 'person', person: assignee.person };
    case 'conductor':
      return { kind: 'me' };
    case 'role':
      return { kind: 'role', role: assignee.role };
    case 'sameAs':
      return { kind: 'later' };
    case undefined:
      // Whoever starts it conducts it, and a step without anybody is the conductor's.
      return { kind: 'me' };
  }
}

export function holderOf(step: StepDefinition, picks: PartPicks, me: PersonId | undefined): Holder {
  const pick = pickOf(step, picks);
  switch (pick.kind) {
    case 'me':
      return 'me';
    case 'person':
      return pick.person === me ? 'me' : 'other';
    case 'new':
      return pick.name.trim() === '' ? 'nobody' : 'other';
    case 'role':
    case 'later':
      return 'nobody';
  }
}
