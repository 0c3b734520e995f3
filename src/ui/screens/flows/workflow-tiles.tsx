/** Workflows to start from, and typing one's own. */
import { For, type JSX, Show } from 'solid-js';
import IconPen from '~icons/lucide/pen-line';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowLine } from '../../../views/flows-view.ts';
import { paths, startPath } from '../../routes.ts';
import { WorkflowIcon } from '../shared/workflow-icon.tsx';
import styles from './flows-screen.module.css';

export function WorkflowTiles(props: {
  readonly workflows: readonly WorkflowLine[];
  /** Typing is what this screen does already. */
  readonly typing?: boolean;
  /** What else may be done with a workflow; stands in the corner of its tile. */
  readonly more?: (workflow: WorkflowLine) => JSX.Element;
}) {
  const messages = useMessages();
  return (
    <ul class={styles.tiles}>
      <For each={props.workflows}>
        {(workflow) => (
          <li class={styles.place}>
            <a class={styles.tile} href={startPath(workflow.id)}>
              <WorkflowIcon workflow={workflow.id} />
              <span>
                {workflow.title}
                <small>
                  {messages.flows.steps(workflow.stepCount)}
                  <Show when={workflow.isDraft}> · {messages.flows.changed}</Show>
                </small>
              </span>
            </a>
            <Show when={props.more}>{(more) => <span class={styles.more}>{more()(workflow)}</span>}</Show>
          </li>
        )}
      </For>
      <Show when={!props.typing}>
        <li>
          <a class={styles.tile} href={paths.new}>
            <IconPen />
            <span>
              {messages.flows.typeYourOwn}
              <small>{messages.flows.typeYourOwnHint}</small>
            </span>
          </a>
        </li>
      </Show>
    </ul>
  );
}
