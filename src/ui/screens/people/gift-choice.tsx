/** Asks what an invite is to give before it is made: taking part, looking, or one flow. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import IconEye from '~icons/lucide/eye';
import IconKey from '~icons/lucide/key-round';
import IconPencil from '~icons/lucide/pencil';
import IconRoute from '~icons/lucide/route';
import { createView } from '../../../client/household.ts';
import type { RunId } from '../../../model/ids.ts';
import type { InviteGives } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import type { Invited } from './invite-facts.tsx';
import { useInviteKindWords } from './use-invite-kind-words.ts';

/** A gift with what it is called where it is shown again. */
export interface ChosenGift {
  readonly gives: InviteGives;
  /** The flow's title, of a guest. */
  readonly flow: string;
}

export function GiftChoice(props: {
  readonly person: Invited;
  readonly onChoose: (gift: ChosenGift) => void;
}) {
  const words = useInviteKindWords();
  const app = useAppView();
  const flows = createView(() => ({ kind: 'flows' as const }));
  const [kind, setKind] = createSignal<InviteGives['kind']>('edit');
  const [run, setRun] = createSignal<RunId>();
  const running = createMemo(() => flows()?.active.filter(({ loading }) => !loading) ?? []);
  // With one flow there is nothing to choose.
  const chosenRun = () =>
    running().find((flow) => flow.run === run()) ?? (running().length === 1 ? running()[0] : undefined);
  const ready = (): boolean => kind() !== 'guest' || chosenRun() !== undefined;

  const choose = (): void => {
    const chosen = kind();
    const flow = chosenRun();
    if (chosen !== 'guest') props.onChoose({ gives: { kind: chosen }, flow: '' });
    else if (flow !== undefined) props.onChoose({ gives: { kind: chosen, run: flow.run }, flow: flow.title });
  };

  const Option = (option: {
    readonly gives: InviteGives['kind'];
    readonly title: string;
    readonly hint: string;
    readonly icon: JSX.Element;
    readonly disabled?: boolean;
  }) => (
    <Choice
      title={option.title}
      sub={option.hint}
      picture={option.icon}
      checked={kind() === option.gives}
      disabled={option.disabled ?? false}
      onChoose={() => setKind(option.gives)}
    />
  );

  return (
    <>
      <SheetBody>
        <Show
          when={!props.person.isMe}
          fallback={
            <Choices legend={words.question(props.person.name)}>
              <Option gives="edit" title={words.ownEdit} hint={words.ownEditHint} icon={<IconPencil />} />
              <Show when={app()?.access === 'owner'}>
                <Option gives="own" title={words.own} hint={words.ownHint} icon={<IconKey />} />
              </Show>
            </Choices>
          }
        >
          <Choices legend={words.question(props.person.name)}>
            <Option gives="edit" title={words.edit} hint={words.editHint} icon={<IconPencil />} />
            <Option gives="view" title={words.view} hint={words.viewHint} icon={<IconEye />} />
            <Option
              gives="guest"
              title={words.guest}
              hint={running().length === 0 ? words.guestNone : words.guestHint}
              icon={<IconRoute />}
              disabled={running().length === 0}
            />
          </Choices>
          <Show when={kind() === 'guest' && running().length > 1}>
            <Choices legend={words.which}>
              <For each={running()}>
                {(flow) => (
                  <Choice
                    title={flow.title}
                    checked={chosenRun()?.run === flow.run}
                    onChoose={() => setRun(flow.run)}
                  />
                )}
              </For>
            </Choices>
          </Show>
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={!ready()} onClick={choose}>
          {words.make}
        </Button>
      </SheetFoot>
    </>
  );
}
