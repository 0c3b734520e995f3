/** Chooses one person; whoever has it already is shown and cannot be chosen. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { PersonView } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { useAwayWords } from './use-away-words.ts';

export function PersonChoice(props: {
  readonly legend: string;
  readonly people: readonly PersonView[];
  readonly chosen: PersonId | undefined;
  readonly onChoose: (person: PersonId) => void;
  readonly taken: PersonId | undefined;
  readonly takenNote: string;
  /** Nobody is “You” where it is asked who that is. */
  readonly byName?: boolean;
}) {
  const messages = useMessages();
  const away = useAwayWords();
  const now = useNow();
  const sub = ({ id, awayUntil }: PersonView) => {
    if (props.taken === id) return { sub: props.takenNote };
    return awayUntil === undefined ? {} : { sub: away.until(awayUntil, now()) };
  };
  return (
    <Choices legend={props.legend}>
      <For each={props.people}>
        {(person) => (
          <Choice
            face={<Avatar face={person} />}
            title={person.isMe && props.byName !== true ? messages.states.you : person.name}
            {...sub(person)}
            checked={props.chosen === person.id}
            disabled={props.taken === person.id}
            onChoose={() => props.onChoose(person.id)}
          />
        )}
      </For>
    </Choices>
  );
}
