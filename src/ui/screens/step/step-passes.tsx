/** All rounds of a step, newest first: how each ended, who ended it and when. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PassView, StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { joinWords } from '../shared/step-words.ts';
import styles from './step-parts.module.css';
import { whoSaid } from './who-said.ts';
import { useSituationWords } from './use-situation-words.ts';

/** The present round; null when there is only one. */
export function presentPass(step: StepView): PassView | null {
  return step.passes.at(-1) ?? null;
}

/** False for a round that is history: nothing in it changes any more. */
export function isPresentPass(step: StepView): boolean {
  const present = presentPass(step);
  return present === null || present.iteration === step.iteration;
}

export function StepPasses(props: { readonly step: StepView }) {
  const messages = useMessages();
  const situation = useSituationWords();
  const now = useNow();
  const last = () => presentPass(props.step)?.iteration;
  const name = (pass: PassView): string =>
    pass.iteration === last() ? situation.roundNow(pass.iteration) : situation.round(pass.iteration);
  const told = (pass: PassView): string =>
    joinWords([
      pass.outcome ?? messages.states.word(pass.tone, null),
      pass.closedAt === null
        ? ''
        : situation.roundBy(
            pass.closedBy.map((person) => whoSaid(messages, person)),
            pass.closedAt,
            now(),
          ),
    ]);
  return (
    <Show when={props.step.passes.length > 1}>
      <div>
        <h3 class={styles.label}>{situation.rounds}</h3>
        <ol class={styles.passes}>
          <For each={props.step.passes.toReversed()}>
            {(pass) => (
              <li class={styles.pass} data-open={pass.key === props.step.key}>
                <StateGlyph shape={pass.tone} />
                <span class={styles.passText}>
                  <Show when={pass.key !== props.step.key} fallback={<b aria-current="true">{name(pass)}</b>}>
                    <a href={stepPath(props.step.run, pass.key)}>{name(pass)}</a>
                  </Show>
                  <small>{told(pass)}</small>
                  <Show when={pass.reason}>{(reason) => <small>{reason()}</small>}</Show>
                </span>
              </li>
            )}
          </For>
        </ol>
      </div>
    </Show>
  );
}
