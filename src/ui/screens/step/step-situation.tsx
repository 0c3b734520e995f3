/** Why the step stands where it stands: what is unusual about it, each in a sentence, with its way out. */
import { Show } from 'solid-js';
import IconCalendarClock from '~icons/lucide/calendar-clock';
import IconHistory from '~icons/lucide/history';
import IconLock from '~icons/lucide/lock';
import IconSignpost from '~icons/lucide/signpost';
import IconUsers from '~icons/lucide/users-round';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepRef, Tone } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { useTelling } from '../facts/telling.ts';
import type { StepCommands } from './step-commands.ts';
import { presentPass } from './step-passes.tsx';
import { useSituationWords } from './use-situation-words.ts';

const settled: ReadonlySet<Tone> = new Set(['done', 'skipped', 'withdrawn', 'recheck', 'provisional']);
const shaky: ReadonlySet<Tone> = new Set(['recheck', 'provisional']);

export function StepSituation(props: { readonly step: StepView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const now = useNow();
  const words = useSituationWords();
  const open = () => props.step.closedAt === null;
  const telling = useTelling(() => (props.step.onlyIf === null ? [] : [props.step.onlyIf.kind]));
  const later = () => {
    const present = presentPass(props.step);
    return present !== null && present.iteration > props.step.iteration ? present : undefined;
  };
  const before = (wanted: (tone: Tone) => boolean): readonly string[] =>
    props.step.startsAfter.filter(({ tone }) => wanted(tone)).map(({ title }) => title);
  const reopened = () => before((tone) => !settled.has(tone));
  const provisional = (): string => {
    const again = reopened();
    const doubtful = before((tone) => shaky.has(tone));
    const stillToCome = props.step.stillToCome.map(({ title }) => title);
    if (stillToCome.length > 0) return words.provisionalUntil(stillToCome);
    return again.length === 0 && doubtful.length > 0
      ? words.provisionalCheck(doubtful)
      : words.provisionalHint(again);
  };
  const withdrawn = (why: NonNullable<StepView['withdrawnBecause']>): string => {
    const condition = props.step.onlyIf;
    if (why !== 'condition' || condition === null) return words.withdrawnBecause(why);
    const { name, is, value, options } = condition;
    const person = value?.kind === 'person' ? telling().nameOf?.(value.person) : undefined;
    return words.onlyIf(name, is, messages.facts.value(value, options, person, now()));
  };
  const startsAt = () => {
    const at = props.step.startsAt;
    return open() && at !== null && at > now() ? at : undefined;
  };
  const smoother = (): readonly StepRef[] =>
    open() ? props.step.betterAfter.filter(({ tone }) => !settled.has(tone)) : [];
  /** The card that asks to check it again says so too. */
  const saysIrreversible = (): boolean => {
    const { complete, amend, recheck } = props.step.actions;
    return props.step.irreversible && (complete || (amend && !recheck));
  };
  return (
    <>
      <Show when={later()}>
        {(present) => (
          <MatterCard
            start={<IconHistory />}
            title={words.earlier(props.step.iteration, present().iteration)}
            hint={words.earlierHint}
          >
            <ButtonLink size={48} href={stepPath(props.step.run, present().key)}>
              {words.openPresent(present().iteration)}
            </ButtonLink>
          </MatterCard>
        )}
      </Show>
      <Show when={props.step.runSuspended}>
        <MatterCard start={<StateGlyph shape="paused" />} title={words.suspended} hint={words.suspendedHint}>
          <ButtonLink size={48} href={runPath(props.step.run)}>
            {words.openFlow}
          </ButtonLink>
        </MatterCard>
      </Show>
      <Show when={props.step.actions.resume && !props.step.runSuspended}>
        <MatterCard start={<StateGlyph shape="paused" />} title={words.paused} hint={words.pausedHint}>
          <Button size={48} aria-busy={props.commands.busy()} onClick={() => void props.commands.resume()}>
            {messages.step.resume}
          </Button>
        </MatterCard>
      </Show>
      <Show when={open() && props.step.openLists.length > 0}>
        <MatterCard
          quiet
          start={<IconUsers />}
          title={words.listOpen(props.step.openLists)}
          hint={words.listOpenHint}
        >
          <ButtonLink size={48} href={runPath(props.step.run)}>
            {words.openFlow}
          </ButtonLink>
        </MatterCard>
      </Show>
      <Show when={props.step.withdrawnBecause}>
        {(why) => (
          <MatterCard
            quiet
            start={<StateGlyph shape="withdrawn" />}
            title={words.withdrawn}
            hint={withdrawn(why())}
          />
        )}
      </Show>
      <Show when={props.step.surplus}>
        <MatterCard
          quiet
          start={<StateGlyph shape="withdrawn" />}
          title={words.surplus}
          hint={props.step.undo === null ? words.surplusHint : words.surplusCanUndo}
        />
      </Show>
      <Show when={props.step.tone === 'provisional'}>
        <MatterCard
          quiet
          start={<StateGlyph shape="provisional" />}
          title={words.provisional}
          hint={provisional()}
        />
      </Show>
      <Show when={props.step.ahead}>
        <MatterCard
          quiet
          start={<StateGlyph shape="risk" />}
          title={words.ahead}
          hint={words.aheadHint(reopened())}
        />
      </Show>
      <Show when={startsAt()}>
        {(at) => (
          <MatterCard
            quiet
            start={<IconCalendarClock />}
            title={words.scheduled(at(), now())}
            hint={words.scheduledHint(props.step.actions.complete)}
          />
        )}
      </Show>
      <Show when={smoother().length > 0}>
        <MatterCard
          quiet
          start={<IconSignpost />}
          title={words.betterAfter(smoother().map(({ title }) => title))}
          hint={words.betterAfterHint}
        />
      </Show>
      <Show when={saysIrreversible()}>
        <MatterCard
          quiet
          start={<IconLock />}
          title={words.irreversible}
          hint={open() ? words.irreversibleOpen : words.irreversibleDone}
        />
      </Show>
    </>
  );
}
