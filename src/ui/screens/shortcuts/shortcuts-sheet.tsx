/** Every key and what it does. */
import { For, Show } from 'solid-js';
import { shortcutWords as words } from '../../../i18n/core/en/shortcuts.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { readSingleKeys } from './single-keys.ts';
import styles from './shortcuts.module.css';

interface Line {
  readonly what: string;
  /** Each is one way; keys of one way are pressed one after the other. */
  readonly ways: readonly (readonly string[])[];
  readonly needsCtrl?: boolean;
}

interface Group {
  readonly title: string;
  readonly lines: readonly Line[];
}

const anywhere: Group = {
  title: words.groups.anywhere,
  lines: [
    { what: words.search, ways: [['Ctrl K'], ['⌘ K'], ['/']], needsCtrl: true },
    { what: words.keys, ways: [['?']] },
    { what: words.fresh, ways: [['N']] },
    { what: words.undo, ways: [['Z']] },
    { what: words.close, ways: [['Esc']], needsCtrl: true },
  ],
};

const lists: Group = {
  title: words.groups.lists,
  lines: [
    { what: words.next, ways: [['J'], ['↓']] },
    { what: words.previous, ways: [['K'], ['↑']] },
    { what: words.open, ways: [['Enter']], needsCtrl: true },
  ],
};

const step: Group = {
  title: words.groups.step,
  lines: [
    { what: words.done, ways: [['D']] },
    { what: words.stuck, ways: [['S']] },
  ],
};

export function ShortcutsSheet(props: { readonly onClose: () => void }) {
  const messages = useMessages();
  const app = useAppView();
  const on = readSingleKeys();
  const places = (): Group => ({
    title: words.groups.go,
    lines: [
      { what: words.now, ways: [['G', 'N']] },
      { what: words.flows, ways: [['G', 'F']] },
      ...(app()?.guestOf == null
        ? [
            { what: words.people, ways: [['G', 'P']] },
            { what: words.log, ways: [['G', 'L']] },
          ]
        : []),
    ],
  });
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.title} sub={on ? words.hint : words.off} closeLabel={messages.frame.close} />
      <SheetBody toRead>
        <For each={[anywhere, places(), lists, step]}>
          {(group) => (
            <section>
              <h3 class={styles.heading}>{group.title}</h3>
              <dl class={styles.keys}>
                <For each={group.lines}>
                  {(line) => (
                    <div class={styles.line} data-off={!on && line.needsCtrl !== true}>
                      <dt>{line.what}</dt>
                      <dd>
                        <Ways ways={line.ways} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </SheetBody>
    </Sheet>
  );
}

function Ways(props: { readonly ways: Line['ways'] }) {
  return (
    <For each={props.ways}>
      {(keys, way) => (
        <>
          <Show when={way() > 0}>
            <span> {words.or} </span>
          </Show>
          <For each={keys}>
            {(key, place) => (
              <>
                <Show when={place() > 0}>
                  <span> {words.andThen} </span>
                </Show>
                <kbd>{key}</kbd>
              </>
            )}
          </For>
        </>
      )}
    </For>
  );
}
