/** What words need to tell values: the present, and names of people where a value is a person. */
import { createMemo } from 'solid-js';
import { createView } from '../../../client/household.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { Telling } from '../../../i18n/core/en/facts.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactKind } from '../../../model/fact.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { useNow } from '../../clock.tsx';

/** Asks for the people only when one of the values is a person. */
export function useTelling(kinds: () => readonly FactKind[]): () => Telling {
  const messages = useMessages();
  const now = useNow();
  const wanted = createMemo(() => kinds().includes('person'));
  const people = createMemo(() => (wanted() ? createView(() => ({ kind: 'people' as const })) : undefined));
  const nameOf = (id: string): string | undefined => {
    const person = people()?.()?.people.find((each) => each.id === id);
    return person?.isMe === true ? messages.states.you : person?.name;
  };
  return () => ({ now: now(), nameOf });
}

/** The value of a fact as people read it. */
export function factText(messages: Messages, fact: FactView, now: number): string {
  const person = fact.person === null ? undefined : fact.person.isMe ? messages.states.you : fact.person.name;
  return messages.facts.value(fact.value, fact.options, person, now);
}
