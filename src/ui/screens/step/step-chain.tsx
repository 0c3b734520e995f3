/** What a step starts after and what it unlocks. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepRef } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import styles from './step-parts.module.css';

export function StepChain(props: { readonly step: StepView }) {
  const messages = useMessages();
  return (
    <div class={styles.chain}>
      <Refs
        title={messages.step.startsAfter}
        refs={props.step.startsAfter}
        none={props.step.ladder.standsInFor === null ? messages.step.startsFirst : messages.step.startsCalled}
        step={props.step}
      />
      <Refs
        title={messages.step.unlocks}
        refs={props.step.unlocks}
        none={messages.step.unlocksNothing}
        step={props.step}
      />
    </div>
  );
}

function Refs(props: {
  readonly title: string;
  readonly refs: readonly StepRef[];
  readonly none: string;
  readonly step: StepView;
}) {
  const messages = useMessages();
  return (
    <div>
      <h3 class={styles.label}>{props.title}</h3>
      <ul>
        <For each={props.refs} fallback={<li class={styles.none}>{props.none}</li>}>
          {(ref) => (
            <li class={styles.ref}>
              <StateGlyph shape={ref.tone} />
              <a
                href={stepPath(props.step.run, ref.key)}
                aria-label={`${ref.title}, ${messages.states.word(ref.tone, null)}`}
              >
                {ref.title}
              </a>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
