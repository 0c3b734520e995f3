/** One out of many by its name: a field, and what it finds. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { shareWords as words } from '../../../i18n/core/en/share.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Tone } from '../../../views/shared.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Field } from '../../kit/field.tsx';
import { Row } from '../../kit/row.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { createFinder, type Findable } from '../palette/rank.ts';
import styles from './share-screen.module.css';

export interface Pick extends Findable {
  readonly sub: string;
  readonly tone: Tone;
}

/** No more than can be looked over. */
const longest = 30;

export function PickSheet<Item extends Pick>(props: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly onPick: (item: Item) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const [text, setText] = createSignal('');
  const finder = createMemo(() => createFinder(props.items));
  const found = createMemo(() =>
    (text().trim() === ''
      ? props.items.filter(({ over }) => over !== true)
      : finder()
          .find(text(), [])
          .map(({ item }) => item)
    ).slice(0, longest),
  );
  return (
    <Sheet tall onClose={props.onClose}>
      <SheetHead title={props.title} closeLabel={messages.frame.close} />
      <SheetBody>
        <Field label={words.find} value={text()} onInput={setText} />
        <Show
          when={found().length > 0}
          fallback={<EmptyState title={text().trim() === '' ? words.noFlow : words.none} hint="" />}
        >
          <ul class={styles.found}>
            <For each={found()}>
              {(item) => (
                <Row
                  start={<StateGlyph shape={item.tone} />}
                  title={item.title}
                  sub={item.sub}
                  onOpen={() => props.onPick(item)}
                />
              )}
            </For>
          </ul>
        </Show>
      </SheetBody>
    </Sheet>
  );
}
