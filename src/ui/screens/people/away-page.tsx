/** Days away: those that are planned, more of them with who stands in, and what would be theirs then. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import IconPlane from '~icons/lucide/plane';
import IconX from '~icons/lucide/x';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { asId, type PersonId } from '../../../model/ids.ts';
import type { AwayPeriod } from '../../../model/person.ts';
import type { PersonLine } from '../../../views/people-view.ts';
import type { StepLine } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { Button, IconButton } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { Row } from '../../kit/row.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import factInput from '../facts/fact-input.module.css';
import parts from '../step/step-parts.module.css';
import { comingPeriods, fallsInto } from './away-days.ts';
import styles from './person-sheet.module.css';
import { useDetailWords } from './use-detail-words.ts';
import { useSavePerson } from './use-save-person.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function AwayPage(props: {
  readonly person: PersonLine;
  readonly people: readonly PersonLine[];
  readonly before: JSX.Element;
  /** Hands over what falls into these days. */
  readonly onHandOver: (falls: (line: StepLine) => boolean) => void;
}) {
  const messages = useMessages();
  const words = useDetailWords();
  const now = useNow();
  const { save, busy } = useSavePerson(() => props.person);
  const work = createView(() => ({ kind: 'person' as const, person: props.person.id }));
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [standIn, setStandIn] = createSignal('');
  const [added, setAdded] = createSignal<AwayPeriod>();
  const name = (): string | null => (props.person.isMe ? null : props.person.name);
  const others = () => props.people.filter(({ id, outside }) => id !== props.person.id && !outside);
  const nameOf = (id: PersonId): string => {
    const person = props.people.find((each) => each.id === id);
    return person?.isMe === true ? messages.states.you : (person?.name ?? messages.states.somebody);
  };
  const all = (): readonly AwayPeriod[] => props.person.details.away ?? [];
  const coming = () => comingPeriods(all(), messages.formats.inputDate(now()));
  const last = (): string => (to() === '' ? from() : to());
  const endsBefore = (): boolean => from() !== '' && last() < from();
  const fallsIntoAdded = (line: StepLine): boolean => {
    const period = added();
    return period !== undefined && fallsInto(line, period, messages.formats, now());
  };
  const then = (): number => work()?.steps.filter(fallsIntoAdded).length ?? 0;

  const add = async (): Promise<void> => {
    if (from() === '' || endsBefore()) return;
    const period: AwayPeriod = {
      from: from(),
      to: last(),
      ...(standIn() !== '' && { coveredBy: asId<PersonId>(standIn()) }),
    };
    if (!(await save({ away: [...all(), period] }, words.addedAway(name(), period, now())))) return;
    setAdded(period);
    setFrom('');
    setTo('');
  };
  const remove = async (period: AwayPeriod): Promise<void> => {
    if (await save({ away: all().filter((each) => each !== period) }, words.removedAway)) setAdded(undefined);
  };

  return (
    <>
      <SheetPageHead title={words.away} sub={props.person.name} before={props.before} />
      <SheetBody>
        <Show when={then() > 0}>
          <MatterCard
            start={<IconPlane />}
            title={words.thenTheirs(then(), name())}
            hint={words.handThem(then())}
          >
            <Button size={48} onClick={() => props.onHandOver(fallsIntoAdded)}>
              {words.handThemAction}
            </Button>
          </MatterCard>
        </Show>
        <Show when={coming().length > 0} fallback={<p class={parts.none}>{words.awayNone}</p>}>
          <ul class={styles.rows}>
            <For each={coming()}>
              {(period) => (
                <Row
                  start={<IconPlane />}
                  title={words.period(period, now())}
                  {...(period.coveredBy !== undefined && {
                    sub: `${words.standIn}: ${nameOf(period.coveredBy)}`,
                  })}
                  end={
                    <IconButton
                      size={40}
                      label={words.removeAway(words.period(period, now()))}
                      onClick={() => void remove(period)}
                    >
                      <IconX />
                    </IconButton>
                  }
                />
              )}
            </For>
          </ul>
        </Show>
        <div class={factInput.halves}>
          <Field label={words.firstDay} type="date" value={from()} onInput={setFrom} invalid={endsBefore()} />
          <Field label={words.lastDay} type="date" value={to()} onInput={setTo} invalid={endsBefore()} />
        </div>
        <Show when={endsBefore()}>
          <p class={factInput.problem} role="alert">
            {words.endsBefore}
          </p>
        </Show>
        <SelectField label={words.standIn} value={standIn()} onChoose={setStandIn}>
          <option value="" selected={standIn() === ''}>
            {words.nobody}
          </option>
          <For each={others()}>
            {(person) => (
              <option value={person.id} selected={standIn() === person.id}>
                {person.isMe ? messages.states.you : person.name}
              </option>
            )}
          </For>
        </SelectField>
        <p class={parts.none}>{words.standInHint}</p>
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={from() === '' || endsBefore()}
          aria-busy={busy()}
          onClick={() => void add()}
        >
          {words.addAway}
        </Button>
      </SheetFoot>
    </>
  );
}
