/** What another workflow can be handed of what is here: facts of one kind, and at first those of one name. */
import type { FactDefinition } from '../../../model/fact.ts';
import type { FactId } from '../../../model/ids.ts';
import type { PartDefinition, PartMapping } from '../../../model/workflow.ts';

/** By its fact the one here. */
export type FactPairs = Readonly<Record<string, FactId>>;

/** Facts of items have no one value, and what follows another is not handed over. */
export function fitting(asked: FactDefinition, own: readonly FactDefinition[]): readonly FactDefinition[] {
  if (asked.derived !== undefined || asked.perItem !== undefined) return [];
  return own.filter(({ kind, perItem }) => kind === asked.kind && perItem === undefined);
}

export function matchFacts(theirs: readonly FactDefinition[], own: readonly FactDefinition[]): FactPairs {
  return Object.fromEntries(
    theirs.flatMap((asked) => {
      const found = fitting(asked, own).find(({ name }) => isSameName(name, asked.name));
      return found === undefined ? [] : [[asked.id, found.id]];
    }),
  );
}

/** As `matchFacts`, of those alone that it asks for when it starts. */
export function matchAsked(theirs: readonly FactDefinition[], own: readonly FactDefinition[]): FactPairs {
  return matchFacts(theirs.filter(isAsked), own);
}

/** Those that it asks for when it starts, and those that are handed over already; where something fits. */
export function factsToHand(
  theirs: readonly FactDefinition[],
  own: readonly FactDefinition[],
  handed: FactPairs,
): readonly FactDefinition[] {
  return theirs.filter(
    (fact) => handed[fact.id] !== undefined || (isAsked(fact) && fitting(fact, own).length > 0),
  );
}

function isAsked({ anchor, atStart }: FactDefinition): boolean {
  return anchor === true || atStart === true;
}

export function withPair(pairs: FactPairs, theirs: string, own: FactId | null): FactPairs {
  const kept = Object.entries(pairs).filter(([fact]) => fact !== theirs);
  return Object.fromEntries(own === null ? kept : [...kept, [theirs, own]]);
}

/** Parts of one name are played by the same. */
export function matchParts(theirs: readonly PartDefinition[], own: readonly PartDefinition[]): PartMapping {
  return Object.fromEntries(
    theirs.flatMap(({ id, name }) => {
      const found = own.find((part) => isSameName(part.name, name));
      return found === undefined ? [] : [[id, { kind: 'part', part: found.id }]];
    }),
  );
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
