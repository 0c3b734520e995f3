/** Whose lane it is: face, name, how much they have of it, and whether they are away or have too much on one day. */
import { Match, Show, Switch } from 'solid-js';
import IconCircleHelp from '~icons/lucide/circle-help';
import IconPlane from '~icons/lucide/plane';
import IconUsers from '~icons/lucide/users-round';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RailRow } from '../../../views/flow-view.ts';
import type { LaneView } from '../../../views/lanes-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { useDetailWords } from '../people/use-detail-words.ts';
import { joinWords } from '../shared/step-words.ts';
import { useAwayWords } from '../shared/use-away-words.ts';
import styles from './lanes-tab.module.css';
import { useLanesWords } from './use-lanes-words.ts';

export function useLaneName(): (lane: LaneView) => string {
  const messages = useMessages();
  const words = useLanesWords();
  return ({ kind, person, name }) => {
    if (kind === 'nobody') return words.nobody;
    if (kind === 'role') return words.anyone(name);
    if (person === null) return messages.states.somebody;
    return person.isMe ? messages.people.you : person.name;
  };
}

export function LaneHead(props: { readonly lane: LaneView; readonly rows: readonly RailRow[] }) {
  const messages = useMessages();
  const words = useLanesWords();
  const away = useAwayWords();
  const details = useDetailWords();
  const now = useNow();
  const nameOf = useLaneName();
  const count = (wanted: (row: RailRow) => boolean): number => props.rows.filter(wanted).length;
  const stuck = () => count(({ tone }) => tone === 'stuck');
  const late = () => count(({ due, closedAt }) => due?.late === true && closedAt === null);
  const tone = (): 'stuck' | 'late' | 'turn' | null =>
    stuck() > 0 ? 'stuck' : late() > 0 ? 'late' : isMine() ? 'turn' : null;
  const isMine = (): boolean =>
    props.lane.person?.isMe === true && props.rows.some((row) => row.tone === 'turn');
  const load = (): string => {
    const { now: holding, next, later } = props.lane.counts;
    const comingUp = next + later;
    if (holding + comingUp === 0) return words.nothingLeft;
    const held =
      holding === 0
        ? ''
        : props.lane.kind === 'person'
          ? messages.people.load({
              isMe: props.lane.person?.isMe === true,
              holding,
              late: late(),
              stuck: stuck(),
              comingUp,
            })
          : '';
    return joinWords([held, comingUp === 0 ? '' : words.toCome(comingUp)]);
  };
  return (
    <div class={styles.head}>
      <Switch
        fallback={
          <span class={styles.sign}>
            <IconCircleHelp />
          </span>
        }
      >
        <Match when={props.lane.person}>{(face) => <Avatar face={face()} size={40} />}</Match>
        <Match when={props.lane.kind === 'role'}>
          <span class={styles.sign}>
            <IconUsers />
          </span>
        </Match>
      </Switch>
      <div class={styles.who}>
        <h2 class={styles.name}>{nameOf(props.lane)}</h2>
        <p class={styles.load}>
          <Show when={tone()} fallback={load()}>
            {(worst) => <ToneText tone={worst()}>{load()}</ToneText>}
          </Show>
        </p>
        <Show when={props.lane.person?.awayUntil}>
          {(until) => (
            <p class={styles.load}>
              <IconPlane /> {away.until(until(), now())}
            </p>
          )}
        </Show>
        <Show when={props.lane.fullDay}>
          {(day) => <p class={styles.load}>{details.fullDay(day().steps, day().date, now())}</p>}
        </Show>
        <Show when={props.lane.person?.outside}>
          <p class={styles.load}>{words.outside}</p>
        </Show>
      </div>
    </div>
  );
}
