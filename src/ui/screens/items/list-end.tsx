/** The end of a list in the rail: one more, that's all, and two of one name. */
import { createSignal, For, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconUsers from '~icons/lucide/users-round';
import type { Command } from '../../../model/command.ts';
import type { RunId } from '../../../model/ids.ts';
import type { RailSlice as Slice } from '../../../views/flow-view.ts';
import type { ItemListView } from '../../../views/item-views.ts';
import { useIsMember } from '../../access.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { RailSlice } from '../flow/rail-slice.tsx';
import { NameSheet } from '../shared/name-sheet.tsx';
import { FinishSheet } from './finish-sheet.tsx';
import styles from './items.module.css';
import { newItem } from './new-item.ts';
import { useItemWords } from './use-item-words.ts';

type Twins = ItemListView['twins'][number];

export function ListEnd(props: { readonly run: RunId; readonly list: ItemListView; readonly slice: Slice }) {
  const words = useItemWords();
  const isMember = useIsMember();
  const { send, busy } = useCommands();
  const [adding, setAdding] = createSignal(false);
  const [finishing, setFinishing] = createSignal(false);
  const isShown = (): boolean =>
    props.list.isOpen || props.list.canReopen || props.list.canFinish || props.list.twins.length > 0;
  const close = (): void => {
    const { section, name } = props.list;
    void send(props.run, { kind: 'closeItems', section }, { said: words.closed(name) });
  };
  const keepOne = ({ section, drop, name }: Twins): void => {
    void send(props.run, { kind: 'cancelItem', section, item: drop }, { said: words.keptOne(name) });
  };
  return (
    <Show when={isMember() && isShown()}>
      <li class={styles.listEnd}>
        <RailSlice slice={props.slice} tone="next" nodeKey={`end ${props.list.section}`} bare />
        <div class={styles.text}>
          <Show when={props.list.items.length === 0}>
            <p class={styles.name}>{words.noneYet(props.list.itemName)}</p>
          </Show>
          <For each={props.list.twins}>
            {(twins) => (
              <Notice start={<IconUsers />} what={words.twins(twins.name)} wayOut={words.twinsHint}>
                <span class={styles.ways}>
                  <Button size={48} aria-busy={busy()} onClick={() => keepOne(twins)}>
                    {words.keepOne}
                  </Button>
                  <Button
                    size={48}
                    aria-busy={busy()}
                    onClick={() => void send(props.run, { kind: 'acknowledgeAlert', alert: twins.alert })}
                  >
                    {words.areTwo}
                  </Button>
                </span>
              </Notice>
            )}
          </For>
          <Show when={props.list.isOpen || props.list.canReopen}>
            <div class={styles.ways}>
              <Button size={48} onClick={() => setAdding(true)}>
                <IconPlus />
                {props.list.isOpen ? words.add(props.list.itemName) : words.oneMore(props.list.itemName)}
              </Button>
              <Show when={props.list.isOpen}>
                <Button size={48} kind="ink" aria-busy={busy()} onClick={close}>
                  {words.thatsAll}
                </Button>
              </Show>
            </div>
          </Show>
          <Show when={props.list.canFinish}>
            <div class={styles.ways}>
              <Button size={48} onClick={() => setFinishing(true)}>
                {words.enough}
              </Button>
            </div>
          </Show>
          <Show when={props.list.isOpen}>
            <p class={styles.sub}>{words.waitsHere}</p>
          </Show>
        </div>
        <Show when={finishing()}>
          <FinishSheet run={props.run} list={props.list} onClose={() => setFinishing(false)} />
        </Show>
        <Show when={adding()}>
          <AddSheet run={props.run} list={props.list} onClose={() => setAdding(false)} />
        </Show>
      </li>
    </Show>
  );
}

function AddSheet(props: { readonly run: RunId; readonly list: ItemListView; readonly onClose: () => void }) {
  const words = useItemWords();
  const { sendAll } = useCommands();
  const add = async (name: string): Promise<boolean> => {
    const item = newItem(name);
    const { section } = props.list;
    const adding: Command = { kind: 'addItem', section, item: item.id, name: item.name };
    // A complete list takes one more and is complete again.
    const commands: readonly [Command, ...Command[]] = props.list.isOpen
      ? [adding]
      : [{ kind: 'reopenItems', section }, adding, { kind: 'closeItems', section }];
    const result = await sendAll(props.run, commands, { said: words.added(item.name) });
    return result.ok;
  };
  return (
    <NameSheet
      title={words.add(props.list.itemName)}
      action={words.addConfirm}
      label={words.nameOf}
      onName={add}
      onClose={props.onClose}
    />
  );
}
