/** How many days nobody works; the way to the list of them. */
import IconCalendarHeart from '~icons/lucide/calendar-heart';
import type { HolidayEntry } from '../../../views/space-snapshot.ts';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { Section } from '../../kit/section.tsx';
import styles from './people-screen.module.css';
import { useDetailWords } from './use-detail-words.ts';

export function HolidaysCard(props: {
  readonly holidays: readonly HolidayEntry[];
  readonly onOpen: () => void;
}) {
  const words = useDetailWords();
  return (
    <Section title={words.holidays}>
      <div class={styles.list}>
        <Card>
          <CardRow
            start={<IconCalendarHeart />}
            title={words.holidaysSay(props.holidays.length)}
            end={
              <Button
                size={40}
                aria-label={`${words.show}: ${words.holidays}`}
                onClick={() => props.onOpen()}
              >
                {words.show}
              </Button>
            }
          />
        </Card>
      </div>
    </Section>
  );
}
