/** What happens if the step stalls, in plain words; a tap changes it. Also when it stands in for another one. */
import { For, Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconChevronRight from '~icons/lucide/chevron-right';
import IconLifeBuoy from '~icons/lucide/life-buoy';
import IconStairs from '~icons/lucide/signal';
import type { LadderRungView } from '../../../views/alert-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import styles from '../alerts/alerts.module.css';
import { useAlertWords } from '../alerts/use-alert-words.ts';
import type { StepCommands } from './step-commands.ts';
import parts from './step-parts.module.css';
import { isPresentPass } from './step-passes.tsx';

export function StepLadder(props: {
  readonly step: StepView;
  readonly commands: StepCommands;
  readonly onChange: () => void;
}) {
  const words = useAlertWords();
  const now = useNow();
  const ladder = () => props.step.ladder;
  const open = () =>
    isPresentPass(props.step) &&
    props.step.withdrawnBecause === null &&
    (props.step.closedAt === null || props.step.stuckReason !== null);
  const mayChange = () => props.step.mayPlan && !props.step.runSuspended;
  return (
    <Show when={open()}>
      <Show when={ladder().standsInFor}>
        {(main) => (
          <MatterCard
            quiet
            start={<IconLifeBuoy />}
            title={words.standsInFor(main())}
            hint={words.standsInHint}
          >
            <Show when={props.step.actions.callUpon && mayChange()}>
              <Button
                size={48}
                aria-busy={props.commands.busy()}
                onClick={() => void props.commands.callUpon(words.calledUpon(props.step.title))}
              >
                {words.callUpon}
              </Button>
            </Show>
          </MatterCard>
        )}
      </Show>
      <Show when={ladder().standsInFor === null}>
        <section class={styles.ladder} aria-label={words.stalls}>
          <h3 class={parts.label}>{words.stalls}</h3>
          <Show when={ladder().coHolder}>{(who) => <p>{words.coHolder(who())}</p>}</Show>
          <Show when={ladder().nextTryAt}>{(at) => <p>{words.nextTry(at(), now())}</p>}</Show>
          <Rungs step={props.step} />
          <Show when={mayChange()}>
            <Button kind="ghost" size={48} onClick={() => props.onChange()}>
              {words.changeStalls}
              <IconChevronRight data-flips="" />
            </Button>
          </Show>
        </section>
      </Show>
    </Show>
  );
}

/** Each as a sentence; what has happened already is marked. */
export function Rungs(props: { readonly step: StepView }) {
  const words = useAlertWords();
  const now = useNow();
  const ladder = () => props.step.ladder;
  const sentence = ({ from, after, action, person, fallbacks }: LadderRungView): string =>
    words.rung(from, after, action, person, fallbacks);
  const undue = (): boolean =>
    ladder().usual && props.step.dueRule === null && props.step.stepKind !== 'wait';
  return (
    <Show
      when={ladder().rungs.length > 0}
      fallback={<p class={styles.hint}>{undue() ? words.undue : words.nobodyTold}</p>}
    >
      <ul class={styles.rungs}>
        <For each={ladder().rungs}>
          {(rung) => (
            <li data-reached={rung.reached}>
              <span class={styles.mark}>
                <Show when={rung.reached} fallback={<IconStairs />}>
                  <IconCheck />
                </Show>
              </span>
              <span>
                {sentence(rung)}
                <Show when={rung.at}>
                  {(at) => (
                    <small>
                      {rung.reached
                        ? words.reachedAt(at(), rung.hasTime, now())
                        : words.reachesAt(at(), rung.hasTime, now())}
                    </small>
                  )}
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
