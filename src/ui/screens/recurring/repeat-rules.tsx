/** What becomes of a start that nobody was there for, and of one that finds the last still going on. */
import type { CatchUp, Overlap } from '../../../model/schedule.ts';
import { Choice, Choices } from '../../kit/choice.tsx';
import IconHistory from '~icons/lucide/history';
import IconLayers from '~icons/lucide/layers';
import IconListOrdered from '~icons/lucide/list-ordered';
import IconSkipForward from '~icons/lucide/skip-forward';
import IconHourglass from '~icons/lucide/hourglass';
import styles from './recurring.module.css';
import type { RepeatForm } from './repeat-form.ts';
import { useRecurringWords } from './use-recurring-words.ts';

export function RepeatRules(props: {
  readonly form: RepeatForm;
  readonly onChange: (change: Partial<RepeatForm>) => void;
}) {
  const words = useRecurringWords();
  const missed = (catchUp: CatchUp): void => props.onChange({ catchUp });
  const still = (overlap: Overlap): void => props.onChange({ overlap });
  return (
    <div class={styles.group}>
      {/* The groups' own names are only heard. */}
      <p class={styles.question} aria-hidden="true">
        {words.missed}
      </p>
      <Choices legend={words.missed}>
        <Choice
          face={<IconHistory />}
          title={words.missedLatest}
          sub={words.missedLatestSub}
          checked={props.form.catchUp === 'latest'}
          onChoose={() => missed('latest')}
        />
        <Choice
          face={<IconSkipForward />}
          title={words.missedSkip}
          sub={words.missedSkipSub}
          checked={props.form.catchUp === 'skip'}
          onChoose={() => missed('skip')}
        />
        <Choice
          face={<IconListOrdered />}
          title={words.missedAll}
          sub={words.missedAllSub}
          checked={props.form.catchUp === 'all'}
          onChoose={() => missed('all')}
        />
      </Choices>
      <p class={styles.question} aria-hidden="true">
        {words.still}
      </p>
      <Choices legend={words.still}>
        <Choice
          face={<IconLayers />}
          title={words.stillAllow}
          sub={words.stillAllowSub}
          checked={props.form.overlap === 'allow'}
          onChoose={() => still('allow')}
        />
        <Choice
          face={<IconHourglass />}
          title={words.stillQueue}
          sub={words.stillQueueSub}
          checked={props.form.overlap === 'queue'}
          onChoose={() => still('queue')}
        />
        <Choice
          face={<IconSkipForward />}
          title={words.stillSkip}
          sub={words.stillSkipSub}
          checked={props.form.overlap === 'skip'}
          onChoose={() => still('skip')}
        />
      </Choices>
    </div>
  );
}
