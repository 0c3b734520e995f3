/** Among the workflows: beginning a new one, and those that were begun and are not in use yet. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import IconPencilRuler from '~icons/lucide/pencil-ruler';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowDraftLine } from '../../../views/flows-view.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { workflowPath } from '../../routes.ts';
import { NameSheet } from '../shared/name-sheet.tsx';
import styles from './editor.module.css';
import { useEditorWords } from './use-editor-words.ts';

export function NewWorkflows(props: { readonly drafts: readonly WorkflowDraftLine[] }) {
  const messages = useMessages();
  const words = useEditorWords();
  const navigate = useNavigate();
  const household = useHousehold();
  const [naming, setNaming] = createSignal(false);
  const begin = async (title: string): Promise<true | IntentFailure> => {
    const made = await household.intent({ kind: 'newWorkflow', title });
    if (!made.ok) return made.error;
    if (made.value.workflow !== undefined) navigate(workflowPath(made.value.workflow));
    return true;
  };
  return (
    <>
      <div class={styles.foot}>
        <Button size={48} onClick={() => setNaming(true)}>
          <IconPencilRuler />
          {words.newWorkflow}
        </Button>
      </div>
      <Show when={props.drafts.length > 0}>
        <Section title={words.beingWritten}>
          <ul>
            <For each={props.drafts}>
              {(draft) => (
                <Row
                  start={<IconPencilRuler />}
                  title={draft.title}
                  sub={messages.flows.steps(draft.stepCount)}
                  href={workflowPath(draft.id)}
                />
              )}
            </For>
          </ul>
        </Section>
      </Show>
      <Show when={naming()}>
        <NameSheet
          title={words.newWorkflow}
          hint={words.newHint}
          label={words.newLabel}
          action={words.newAction}
          onName={begin}
          onClose={() => setNaming(false)}
        />
      </Show>
    </>
  );
}
