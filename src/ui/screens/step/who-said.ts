/** Names of people in sentences about a step: "You" where it is me, "Somebody" where nobody knows. */
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { PersonView } from '../../../views/shared.ts';

export function whoSaid(messages: Messages, person: PersonView | null): string {
  if (person === null) return messages.states.somebody;
  return person.isMe ? messages.states.you : person.name;
}
