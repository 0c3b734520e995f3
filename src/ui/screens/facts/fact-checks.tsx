/** Over a flow: facts that changed, the steps to check again because of them, and the dates that moved. */
import { createUniqueId, For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { FactCheckView } from '../../../views/flow-view.ts';
import { useNow } from '../../clock.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { RecheckActions } from './recheck-actions.tsx';
import { useTelling } from './telling.ts';
import styles from './facts.module.css';

export function FactChecks(props: { readonly run: RunId; readonly checks: readonly FactCheckView[] }) {
  const messages = useMessages();
  return (
    <Show when={props.checks.length > 0}>
      <ul class={styles.checks} aria-label={messages.facts.recheckTitle}>
        <For each={props.checks}>{(check) => <FactCheck run={props.run} check={check} />}</For>
      </ul>
    </Show>
  );
}

function FactCheck(props: { readonly run: RunId; readonly check: FactCheckView }) {
  const messages = useMessages();
  const now = useNow();
  const wantedId = createUniqueId();
  const telling = useTelling(() => [props.check.fact.kind]);
  const sentence = () =>
    messages.facts.changed(
      {
        name: props.check.fact.name,
        options: props.check.fact.options,
        was: props.check.was,
        now: props.check.now,
      },
      telling(),
    );
  const by = () =>
    props.check.at === null ? '' : messages.facts.changedBy(props.check.by, props.check.at, now());
  return (
    <li class={styles.check}>
      <StateGlyph shape={props.check.checks.length > 0 ? 'recheck' : 'done'} />
      <div class={styles.checkText}>
        <p>
          <b>{sentence()}.</b> <span class={styles.by}>{by()}</span>
        </p>
        <For each={props.check.moved}>
          {(moved) => <p>{messages.facts.moved(moved.step.title, moved.was, moved.now, now())}.</p>}
        </For>
        <Show when={props.check.checks.length > 0}>
          <p id={wantedId}>{messages.facts.checksWanted(props.check.checks.length, [])}:</p>
        </Show>
      </div>
      <Show when={props.check.checks.length > 0}>
        <ul class={styles.steps} aria-labelledby={wantedId}>
          <For each={props.check.checks}>
            {(step) => (
              <li class={styles.step}>
                <a class={styles.stepLink} href={stepPath(props.run, step.key)}>
                  {step.title}
                </a>
                <RecheckActions run={props.run} step={step} inList />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}
