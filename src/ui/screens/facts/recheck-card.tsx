/** A done step whose facts changed: what was, what is, and the two answers. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { StaleFactView } from '../../../views/fact-view.ts';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import type { CheckedStep } from './fact-commands.ts';
import { RecheckActions } from './recheck-actions.tsx';
import { useTelling } from './telling.ts';
import styles from './facts.module.css';

export function RecheckCard(props: {
  readonly run: RunId;
  readonly step: CheckedStep;
  readonly stale: readonly StaleFactView[];
  readonly irreversible: boolean;
  /** Away from the step's own sheet: its title leads there, and its flow is named. */
  readonly flow?: string;
}) {
  const messages = useMessages();
  const telling = useTelling(() => props.stale.map((fact) => fact.kind));
  return (
    <MatterCard
      start={<StateGlyph shape="recheck" />}
      title={messages.facts.checkOf(props.step.title)}
      heading={
        <Show when={props.flow !== undefined} fallback={messages.facts.recheckTitle}>
          <a class={styles.cardLink} href={stepPath(props.run, props.step.key)}>
            {props.step.title}
          </a>
        </Show>
      }
      details={
        <>
          <For each={props.stale}>
            {(fact) => <p class={styles.change}>{messages.facts.wasNow(fact, telling())}</p>}
          </For>
          <Show when={props.flow}>{(flow) => <p>{flow()}</p>}</Show>
          <Show when={props.irreversible}>
            <p>{messages.facts.recheckIrreversible}</p>
          </Show>
        </>
      }
    >
      <RecheckActions run={props.run} step={props.step} irreversible={props.irreversible} />
    </MatterCard>
  );
}
