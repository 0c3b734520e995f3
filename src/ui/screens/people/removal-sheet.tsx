/** Says exactly what removing does before it is done, and stays until the relay has answered. */
import { createSignal, For, Match, Show, Switch, untrack } from 'solid-js';
import IconCopy from '~icons/lucide/copy-x';
import IconKey from '~icons/lucide/key-round';
import IconLinkOff from '~icons/lucide/unlink';
import IconMinus from '~icons/lucide/circle-minus';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import IconUser from '~icons/lucide/user-round-check';
import { useHousehold } from '../../../client/household.ts';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceId } from '../../../model/ids.ts';
import type { DeviceLine, PeopleView } from '../../../views/people-view.ts';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';
import { DeviceIcon, useDeviceWords } from './device-row.tsx';
import { Row } from '../../kit/row.tsx';
import styles from './devices.module.css';

export function RemovalSheet(props: {
  readonly people: PeopleView;
  readonly devices: readonly DeviceId[];
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDeviceWords();
  const toasts = useToasts();
  const now = useNow();
  const [working, setWorking] = createSignal(false);
  const [failure, setFailure] = createSignal<IntentFailure>();
  // What was asked about stays on the sheet, also when it is gone from the list.
  const ids = untrack(() => new Set(props.devices));
  const leaving = untrack(() => props.people.devices.filter(({ id }) => ids.has(id)));
  const staying = (): readonly DeviceLine[] => props.people.devices.filter(({ id }) => !ids.has(id));
  const person = leaving[0]?.person ?? null;
  const isWhole = (): boolean => !staying().some((device) => device.person?.id === person?.id);
  const strangers = (): readonly string[] =>
    staying()
      .filter(({ canFollow }) => !canFollow)
      .map((device) => `${device.person?.name ?? words.nobodys} (${words.name(device)})`);
  const others = (): readonly DeviceLine[] =>
    staying().filter(({ canFollow, isThis }) => canFollow && !isThis);
  const names = (): readonly string[] => [
    ...new Set(others().map((device) => device.person?.name ?? messages.states.somebody)),
  ];

  const remove = async (): Promise<void> => {
    if (working()) return;
    setFailure(undefined);
    setWorking(true);
    const result = await household.intent({ kind: 'removeDevices', devices: [...ids] });
    setWorking(false);
    if (!result.ok) {
      setFailure(result.error);
      return;
    }
    toasts.show({ text: words.removed });
    props.onClose();
  };
  const say = (what: IntentFailure): FailureWords =>
    what.type === 'notRemoved' ? words.notRemoved(what.why, what.who) : sayFailure(messages, what);
  const isFinal = (): boolean => {
    const what = failure();
    return what?.type === 'notRemoved' && (what.why === 'ownerOnly' || what.why === 'removalPending');
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead
        title={words.removeTitle(person?.name ?? null, leaving.length)}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <ul class={styles.group}>
          <For each={leaving}>
            {(device) => (
              <Row
                start={<DeviceIcon kind={device.kind} />}
                title={words.name(device)}
                sub={words.facts(device, now())}
              />
            )}
          </For>
        </ul>
        <FactList>
          <Fact icon={<IconMinus />}>{words.keeps(person?.name ?? null)}</Fact>
          <Fact icon={<IconCopy />}>{words.copy}</Fact>
          <Fact icon={<IconKey />}>{words.goOn(names(), others().length)}</Fact>
          <Show when={strangers().length > 0}>
            <Fact icon={<IconTriangleAlert />}>{words.cannotFollow(strangers())}</Fact>
          </Show>
          <Fact icon={<IconLinkOff />}>{words.invites}</Fact>
          <Show when={isWhole() && person}>
            {(whole) => <Fact icon={<IconUser />}>{words.steps(whole().name)}</Fact>}
          </Show>
        </FactList>
        <Switch>
          <Match when={working()}>
            <Skeleton label={words.removing} rows={1} />
          </Match>
          <Match when={failure()}>
            {(what) => (
              <Notice
                urgent
                start={<IconTriangleAlert />}
                what={say(what()).what}
                wayOut={say(what()).wayOut}
              />
            )}
          </Match>
        </Switch>
      </SheetBody>
      <SheetFoot>
        <Button grow onClick={() => props.onClose()}>
          {isFinal() ? messages.frame.close : words.cancel}
        </Button>
        <Show when={!isFinal()}>
          <Button kind="ink" grow aria-busy={working()} onClick={() => void remove()}>
            {failure() === undefined ? words.doRemove(leaving.length) : words.again}
          </Button>
        </Show>
      </SheetFoot>
    </Sheet>
  );
}
