/** In the plan of a flow: something that starts afterwards, chosen or changed. */
import { createSignal, type JSX, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FollowUp } from '../../../model/workflow.ts';
import type { PlanView } from '../../../views/plan-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { planSurfaceOf } from '../flow/plan/plan-surface-of.ts';
import { FollowUpFields } from './follow-up-fields.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function FollowUpPage(props: {
  readonly plan: PlanView;
  readonly followUp: FollowUp;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useFollowUpWords();
  const { send, busy } = useCommands();
  const [followUp, setFollowUp] = createSignal(untrack(() => props.followUp));
  const other = () => props.plan.choices.find(({ workflow }) => workflow === followUp().workflow);
  const title = () => other()?.title ?? words.gone;
  const save = async (): Promise<void> => {
    if (busy()) return;
    const { id } = followUp();
    const command = { kind: 'setFollowUp', id, followUp: followUp() } as const;
    const said = words.chosen(title(), followUp().when.kind);
    if ((await send(props.plan.run, command, { said })).ok) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={title()}
        sub={words.hint}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <FollowUpFields
          surface={planSurfaceOf(props.plan, () => Promise.resolve(false))}
          other={other() ?? null}
          followUp={followUp()}
          onChange={setFollowUp}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void save()}>
          {words.put}
        </Button>
      </SheetFoot>
    </>
  );
}
