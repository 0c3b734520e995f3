/** The head of one item in the rail: whose steps follow, how far they are, its name, and the way to call them off. */
import { createSignal, For, Show } from 'solid-js';
import IconBan from '~icons/lucide/ban';
import IconChevron from '~icons/lucide/chevron-down';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconPencil from '~icons/lucide/pencil';
import IconUsers from '~icons/lucide/users-round';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { RailSlice as Slice } from '../../../views/flow-view.ts';
import type { ItemView } from '../../../views/item-views.ts';
import { useIsMember } from '../../access.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { RailSlice } from '../flow/rail-slice.tsx';
import { NameSheet } from '../shared/name-sheet.tsx';
import styles from './items.module.css';
import { useItemWords } from './use-item-words.ts';

export function ItemHead(props: {
  readonly run: RunId;
  readonly section: string;
  readonly item: ItemView;
  readonly slice: Slice;
  /** Its steps are put away behind it. */
  readonly folded: boolean;
  readonly onFold: () => void;
}) {
  const messages = useMessages();
  const words = useItemWords();
  const isMember = useIsMember();
  const { send, busy } = useCommands();
  const [asking, setAsking] = createSignal(false);
  const [naming, setNaming] = createSignal(false);
  const sub = (): string => {
    if (props.item.isCalledOff) return words.calledOff;
    return props.item.isOver ? words.allDone : words.progress(props.item.done, props.item.total);
  };
  const cancel = async (): Promise<void> => {
    const { name, id } = props.item;
    const result = await send(
      props.run,
      { kind: 'cancelItem', section: props.section, item: id },
      { said: words.cancelled(name) },
    );
    if (result.ok) setAsking(false);
  };
  const rename = async (name: string): Promise<boolean> => {
    const { id } = props.item;
    const command = { kind: 'renameItem', section: props.section, item: id, name } as const;
    const result = await send(props.run, command, { said: words.renamed(name) });
    return result.ok;
  };
  return (
    <li class={styles.head} data-folded={props.folded}>
      <RailSlice
        slice={props.slice}
        tone={props.item.isCalledOff ? 'skipped' : 'done'}
        nodeKey={`item ${props.item.id}`}
        bare={!props.folded}
      />
      <div class={styles.text}>
        <h2 class={styles.name}>
          <Show when={props.item.isOver} fallback={props.item.name}>
            <button
              type="button"
              class={styles.fold}
              aria-expanded={!props.folded}
              aria-label={words.show(props.item.name)}
              onClick={() => props.onFold()}
            >
              {props.item.name}
              <IconChevron />
            </button>
          </Show>
        </h2>
        <p class={styles.sub}>{sub()}</p>
        <Show when={isMember() && props.item.mayRename && props.item.otherNames.length > 0}>
          <Notice
            start={<IconUsers />}
            what={words.otherNames(props.item.name, props.item.otherNames)}
            wayOut={words.otherNamesHint}
          >
            <span class={styles.ways}>
              <Button size={48} aria-busy={busy()} onClick={() => void rename(props.item.name)}>
                {words.keepName(props.item.name)}
              </Button>
              <For each={props.item.otherNames}>
                {(name) => (
                  <Button size={48} aria-busy={busy()} onClick={() => void rename(name)}>
                    {words.takeName(name)}
                  </Button>
                )}
              </For>
            </span>
          </Notice>
        </Show>
      </div>
      <Show when={isMember() && props.item.mayRename}>
        <div class={styles.end}>
          <Menu
            label={words.menu(props.item.name)}
            icon={<IconEllipsis />}
            items={[
              { label: words.rename, icon: <IconPencil />, run: () => setNaming(true) },
              ...(props.item.isOver
                ? []
                : [{ label: words.cancel(props.item.name), icon: <IconBan />, run: () => setAsking(true) }]),
            ]}
          />
        </div>
      </Show>
      <Show when={naming()}>
        <NameSheet
          title={words.renameTitle(props.item.name)}
          hint={words.renameHint}
          action={words.renameConfirm}
          name={props.item.name}
          label={words.nameOf}
          onName={rename}
          onClose={() => setNaming(false)}
        />
      </Show>
      <Show when={asking()}>
        <Sheet place="centre" onClose={() => setAsking(false)}>
          <SheetHead title={words.cancelTitle(props.item.name)} closeLabel={messages.frame.close} />
          <SheetBody>
            <p>{words.cancelHint(props.item.name)}</p>
          </SheetBody>
          <SheetFoot>
            <Button grow onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
            <Button kind="ink" grow aria-busy={busy()} onClick={() => void cancel()}>
              {words.cancelConfirm}
            </Button>
          </SheetFoot>
        </Sheet>
      </Show>
    </li>
  );
}
