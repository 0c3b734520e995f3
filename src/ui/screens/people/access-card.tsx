/** How many devices hold a copy of everything; the way to the list of them. */
import IconKey from '~icons/lucide/key-round';
import type { PeopleView } from '../../../views/people-view.ts';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import { useDeviceWords } from './device-row.tsx';
import styles from './people-screen.module.css';

export function AccessCard(props: { readonly people: PeopleView; readonly onOpen: () => void }) {
  const words = useDeviceWords();
  const owners = (): number => new Set(props.people.devices.map(({ person }) => person?.id)).size;
  return (
    <Section title={words.title}>
      <div class={styles.list}>
        <Card>
          <CardRow
            start={<IconKey />}
            title={words.summary(props.people.devices.length, owners())}
            end={
              <Button size={40} onClick={() => props.onOpen()}>
                {words.show}
              </Button>
            }
          />
        </Card>
      </div>
    </Section>
  );
}
