/** What an item was called before an event gave it another name; null when it was not there. */
import { isOpaque, type RunEventOf } from '../model/event.ts';
import type { RunState } from '../engine/run-state.ts';

export function itemNameBefore(state: RunState, { id, data }: RunEventOf<'item.renamed/1'>): string | null {
  const { section, item } = data;
  let name: string | null = null;
  for (const event of state.history) {
    if (event.id === id) break;
    if (isOpaque(event)) continue;
    if (event.type === 'item.renamed/1' || event.type === 'item.added/1') {
      if (event.data.section !== section || event.data.item !== item) continue;
      // Of two that were added under one id the first counts.
      if (event.type === 'item.renamed/1' || name === null) name = event.data.name;
    } else if (event.type === 'run.started/2') {
      const { perItem } = event.data.workflow.definition.sections?.find((each) => each.id === section) ?? {};
      const given = perItem?.items === 'design' ? perItem.known : event.data.items?.[section];
      name ??= given?.find((each) => each.id === item)?.name ?? null;
    }
  }
  return name;
}
