/** "2 batons", "has 2, one late": in the colour of what is worst in it. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { ToneText } from '../../kit/tone-text.tsx';

function toneOf(person: PersonLine): 'stuck' | 'late' | 'turn' | null {
  if (person.stuck > 0) return 'stuck';
  if (person.late > 0) return 'late';
  return person.isMe && person.holding > 0 ? 'turn' : null;
}

export function Load(props: { readonly person: PersonLine }) {
  const messages = useMessages();
  const words = () => messages.people.load(props.person);
  return (
    <Show when={toneOf(props.person)} fallback={words()}>
      {(tone) => <ToneText tone={tone()}>{words()}</ToneText>}
    </Show>
  );
}
