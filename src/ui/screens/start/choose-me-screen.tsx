/** A device that belongs to a household but not yet to a person: choose which one. */
import { createSignal, Show } from 'solid-js';
import { createView, useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { PageHead } from '../shared/page-head.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';
import styles from './choose-me-screen.module.css';

export function ChooseMeScreen() {
  const messages = useMessages();
  const household = useHousehold();
  const { sayFailed } = useCommands();
  const people = createView(() => ({ kind: 'people' as const }));
  const [chosen, setChosen] = createSignal<PersonId>();
  const confirm = async (): Promise<void> => {
    const person = chosen();
    if (person === undefined) return;
    const result = await household.intent({ kind: 'chooseMe', person });
    if (!result.ok) sayFailed(result.error);
  };
  return (
    <div class={styles.screen}>
      <PageHead title={messages.start.who} />
      <p class={styles.hint}>{messages.start.whoHint}</p>
      <Show when={people()} fallback={<Skeleton label={messages.frame.loading} />}>
        {(view) => (
          <div class={styles.choices}>
            <PersonChoice
              legend={messages.start.who}
              people={view().people.filter((person) => !person.outside)}
              chosen={chosen()}
              onChoose={setChosen}
              taken={undefined}
              takenNote=""
              byName
            />
            <Button kind="ink" disabled={chosen() === undefined} onClick={() => void confirm()}>
              {messages.start.itsMe}
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}
