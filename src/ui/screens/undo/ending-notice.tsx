/** That a flow was ended before its last step, by whom and why, and the way back. */
import { Show } from 'solid-js';
import IconFlag from '~icons/lucide/flag';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import type { EndingView } from '../../../views/undo-line.ts';
import { useIsMember } from '../../access.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useUndoWords } from './use-undo-words.ts';

export function EndingNotice(props: { readonly flow: FlowView; readonly ending: EndingView }) {
  const messages = useMessages();
  const words = useUndoWords();
  const isMember = useIsMember();
  const { send, busy } = useCommands();
  const what = (): string => {
    const { by, step } = props.ending;
    if (step !== null) return `${words.endedByStep(step)}.`;
    const who = by?.isMe === true ? messages.states.you : (by?.name ?? messages.states.somebody);
    return `${words.endedBy(who)}.`;
  };
  const takeUp = (): void => {
    const { run, title } = props.flow;
    void send(run, { kind: 'resumeRun' }, { said: words.takenUp(title) });
  };
  return (
    <Notice start={<IconFlag />} what={what()} wayOut={props.ending.reason ?? words.endedHint}>
      <Show when={isMember()}>
        <Button size={40} aria-busy={busy()} onClick={takeUp}>
          {words.takeUp}
        </Button>
      </Show>
    </Notice>
  );
}
