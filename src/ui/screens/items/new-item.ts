/** An item that somebody just named. Its id is random, so that two devices never give one twice. */
import { asId, type ItemId } from '../../../model/ids.ts';
import type { ItemDefinition } from '../../../model/per-item.ts';

export function newItem(name: string): ItemDefinition {
  return { id: asId<ItemId>(crypto.randomUUID()), name: name.trim() };
}

/** By section, blank names left out. */
export function namedItems(
  names: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly ItemDefinition[]>> {
  return Object.fromEntries(
    Object.entries(names).map(([section, each]) => [
      section,
      each.filter((name) => name.trim() !== '').map(newItem),
    ]),
  );
}
