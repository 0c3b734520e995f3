/** Who has the step and when it is due; a tap changes either. */
import { type JSX, Show } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconCalendar from '~icons/lucide/calendar-days';
import IconChevronRight from '~icons/lucide/chevron-right';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonView } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { useApprovalWords } from '../approval/use-approval-words.ts';
import { joinWords } from '../shared/step-words.ts';
import type { StepPageName } from './step-pages.tsx';
import styles from './step-parts.module.css';
import { isPresentPass } from './step-passes.tsx';

export function StepPlan(props: { readonly step: StepView; readonly onGo: (page: StepPageName) => void }) {
  const messages = useMessages();
  const now = useNow();
  const wanted = () => props.step.withdrawnBecause === null;
  const open = () =>
    props.step.closedAt === null && wanted() && isPresentPass(props.step) && props.step.mayPlan;
  const holderName = (person: PersonView | null): string =>
    person === null ? messages.states.nobody : person.isMe ? messages.states.you : person.name;
  const approval = useApprovalWords();
  const belonging = (): string => {
    const { belongsTo, holder } = props.step;
    return belongsTo?.kind === 'role' ? messages.states.anyone(belongsTo.name) : holderName(holder);
  };
  const sameAs = (): string => {
    const { belongsTo } = props.step;
    return belongsTo?.kind === 'sameAs' ? approval.sameAs(belongsTo.step.title) : '';
  };
  const holderNote = (): string => {
    if (props.step.closedAt !== null) {
      const names = props.step.closedBy.map((person) => (person.isMe ? messages.states.you : person.name));
      return messages.step.closedBy(names, props.step.closedAt, now());
    }
    return props.step.freedAt === null
      ? wanted()
        ? messages.step.wouldHave
        : messages.step.wouldHaveHad
      : messages.step.since(props.step.freedAt, now());
  };
  const dueTitle = (): string => {
    const due = props.step.due;
    if (due === null) return messages.step.noDue;
    const day = messages.times.dayHeading(due.at, now());
    return due.hasTime ? `${day} ${messages.formats.time(due.at)}` : day;
  };
  return (
    <div class={styles.facts}>
      <Show when={props.step.approval === null}>
        <PlanRow
          changes={props.step.actions.handOver}
          label={messages.step.handOver}
          onOpen={() => props.onGo('handOver')}
          face={<Show when={props.step.holder}>{(holder) => <Avatar face={holder()} />}</Show>}
          title={belonging()}
          note={joinWords([sameAs(), holderNote()])}
          more={
            <Show when={props.step.backup}>
              {(backup) => (
                <span class={styles.whoBackup}>
                  <IconArrowRight data-flips="" />
                  <Avatar face={backup()} />
                  <span class={styles.factText}>
                    <b>{holderName(backup())}</b>
                    <small>{messages.step.backup}</small>
                  </span>
                </span>
              )}
            </Show>
          }
        />
      </Show>
      <PlanRow
        changes={open()}
        label={messages.step.changeDue}
        onOpen={() => props.onGo('due')}
        face={<IconCalendar />}
        title={dueTitle()}
        note={joinWords([
          messages.step.due,
          props.step.estimate === null ? '' : messages.step.effort(props.step.estimate),
          props.step.stepKind === 'wait' ? messages.step.waitKind : '',
        ])}
      />
    </div>
  );
}

function PlanRow(props: {
  /** True when there is something to change here. */
  readonly changes: boolean;
  readonly label: string;
  readonly onOpen: () => void;
  readonly face: JSX.Element;
  readonly title: string;
  readonly note: string;
  readonly more?: JSX.Element;
}) {
  const content = () => (
    <>
      <span class={styles.facePlace}>{props.face}</span>
      <span class={styles.factText}>
        <b>{props.title}</b>
        <small>{props.note}</small>
      </span>
      {props.more}
    </>
  );
  return (
    <Show when={props.changes} fallback={<div class={styles.fact}>{content()}</div>}>
      <button type="button" class={styles.fact} title={props.label} onClick={() => props.onOpen()}>
        <span class={styles.spoken}>{props.label}: </span>
        {content()}
        <IconChevronRight data-flips="" />
      </button>
    </Show>
  );
}
