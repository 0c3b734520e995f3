/**
 * What a laid out step says to whom [K2]: in an item to whoever the item is named after, with the facts of that item;
 * from outside the facts of every item, each with its name.
 */
import { splitContactText } from '../../model/contact-text.ts';
import type { FactId } from '../../model/ids.ts';
import { itemFactId } from '../../model/place.ts';
import type { ContactDefinition, StepDefinition } from '../../model/workflow.ts';
import type { ItemList, RunItem } from './item-list.ts';

interface Where {
  readonly list: ItemList;
  readonly item: RunItem;
}

/** `where`: null outside of the items. */
export function expandContact<Step extends StepDefinition>(
  step: Step,
  where: Where | null,
  listOfFact: ReadonlyMap<FactId, ItemList>,
): Step {
  const { contact } = step;
  if (contact === undefined) return step;
  const { to, subject, text } = contact;
  const own = (said: string): string =>
    splitContactText(said)
      .map((piece) => (piece.kind === 'words' ? piece.text : nameFact(piece.fact, where, listOfFact)))
      .join('');
  const placed: ContactDefinition = {
    ...contact,
    ...(to?.kind === 'item' && where !== null && { to: { kind: 'outside', name: where.item.name } }),
    ...(subject !== undefined && { subject: own(subject) }),
    ...(text !== undefined && { text: own(text) }),
  };
  const isAsItWas = placed.to === to && placed.subject === subject && placed.text === text;
  return isAsItWas ? step : { ...step, contact: placed };
}

function nameFact(fact: FactId, where: Where | null, listOfFact: ReadonlyMap<FactId, ItemList>): string {
  const list = listOfFact.get(fact);
  if (list === undefined) return `{${fact}}`;
  if (list === where?.list) return `{${itemFactId(fact, where.item.id)}}`;
  return list.items.map(({ id, name }) => `${name}: {${itemFactId(fact, id)}}`).join(', ');
}
