/** What a workflow has besides its steps, a sheet each. */
import { Match, Show, Switch } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EditorView } from '../../../views/editor-view.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetHead } from '../../kit/sheet-parts.tsx';
import type { EditorCommands } from './editor-commands.ts';
import { WorkflowFactsPage } from './workflow-facts-page.tsx';
import { FollowsPage } from './follows-page.tsx';
import { ListsPage } from './lists-page.tsx';
import { PartsPage } from './parts-page.tsx';
import type { PlanSurface } from './plan-surface.ts';
import { RenamePage } from './rename-page.tsx';
import { useEditorWords } from './use-editor-words.ts';
import { UsualStallsPage } from './usual-stalls-page.tsx';
import { VersionsPage } from './versions-page.tsx';
import { WorkflowTextPage } from './workflow-text-page.tsx';

export type EditorPage =
  | 'facts'
  | 'parts'
  | 'lists'
  | 'follows'
  | 'ifStalls'
  | 'versions'
  | 'asText'
  | 'rename';

export interface EditorPageProps {
  readonly view: EditorView;
  readonly commands: EditorCommands;
  readonly surface: PlanSurface;
  readonly onClose: () => void;
}

export function EditorSheet(props: EditorPageProps & { readonly page: EditorPage }) {
  const messages = useMessages();
  const words = useEditorWords();
  return (
    <Sheet
      tall={props.page !== 'rename'}
      place={props.page === 'rename' ? 'centre' : 'side'}
      onClose={props.onClose}
    >
      {/* Lines have a head of their own, which says what they cannot say. */}
      <Show when={props.page !== 'asText'}>
        <SheetHead
          title={words[props.page]}
          sub={props.view.definition.title}
          closeLabel={messages.frame.close}
        />
      </Show>
      <Switch>
        <Match when={props.page === 'facts'}>
          <WorkflowFactsPage {...props} />
        </Match>
        <Match when={props.page === 'parts'}>
          <PartsPage {...props} />
        </Match>
        <Match when={props.page === 'lists'}>
          <ListsPage {...props} />
        </Match>
        <Match when={props.page === 'follows'}>
          <FollowsPage {...props} />
        </Match>
        <Match when={props.page === 'ifStalls'}>
          <UsualStallsPage {...props} />
        </Match>
        <Match when={props.page === 'versions'}>
          <VersionsPage {...props} />
        </Match>
        <Match when={props.page === 'asText'}>
          <WorkflowTextPage {...props} />
        </Match>
        <Match when={props.page === 'rename'}>
          <RenamePage {...props} />
        </Match>
      </Switch>
    </Sheet>
  );
}
