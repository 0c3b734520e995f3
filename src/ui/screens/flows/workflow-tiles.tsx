/** Workflows to start from, and typing one's own. */
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import IconPen from '~icons/lucide/pen-line';
import IconPlane from '~icons/lucide/plane';
import IconRoute from '~icons/lucide/route';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowLine } from '../../../views/flows-view.ts';
import { paths, startPath } from '../../routes.ts';
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
              <Switch fallback={<IconRoute />}>
                <Match when={workflow.source === 'template'}>
                  <IconPlane />
                </Match>
              </Switch>
              <span>
                {workflow.title}
                <small>{messages.flows.steps(workflow.stepCount)}</small>
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
