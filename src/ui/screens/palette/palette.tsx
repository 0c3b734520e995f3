/**
 * Search and everything one can do, in one field: a combobox over a list whose active line is told and not focused,
 * so that typing goes on. A whole sheet on a phone.
 */
import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js';
import IconSearch from '~icons/lucide/search';
import IconX from '~icons/lucide/x';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { rememberFocus } from '../../focus-place.ts';
import { IconButton } from '../../kit/button.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { Toaster, useToasts } from '../../kit/toast.tsx';
import { findKeyedButtons } from '../shortcuts/keyed-buttons.ts';
import type { Choice } from './choice.ts';
import { groupChoices } from './group-choices.ts';
import styles from './palette.module.css';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import { createFinder } from './rank.ts';
import { keepChoice, readRecentChoices } from './recent-choices.ts';
import { useChoices } from './use-choices.ts';
import { usePaletteWords } from './use-palette-words.ts';

export function Palette(props: { readonly onClose: () => void; readonly onKeys: () => void }) {
  const messages = useMessages();
  const words = usePaletteWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const app = useAppView();
  const listId = createUniqueId();
  const returnFocus = rememberFocus();
  let dialog!: HTMLDialogElement;
  let input!: HTMLInputElement;

  const space = () => app()?.spaces.find(({ shown }) => shown)?.id ?? null;
  const isOut = (): boolean => app()?.access === 'removed' || app()?.access === 'leftBehind';
  const recent = createMemo(() => readRecentChoices(space()));
  const choices = useChoices(findKeyedButtons(), () => props.onKeys());
  const finder = createMemo(() => createFinder(choices() ?? []));
  const [text, setText] = createSignal('');
  const [active, setActive] = createSignal(0);
  const groups = createMemo(() => groupChoices(choices() ?? [], finder(), text(), recent()));
  const lines = createMemo(() => groups().flatMap(({ found }) => found.map(({ item }) => item)));
  const activeLine = (): Choice | undefined => lines()[Math.min(active(), lines().length - 1)];
  const optionId = (choice: Choice): string => `${listId}-${lines().indexOf(choice)}`;
  const activeId = (): string | undefined => {
    const line = activeLine();
    return line === undefined ? undefined : optionId(line);
  };

  onMount(() => {
    dialog.showModal();
    input.focus();
    const leave = toasts.enterModal();
    onCleanup(() => {
      leave();
      returnFocus();
    });
  });

  const type = (typed: string): void => {
    setText(typed);
    setActive(0);
  };
  const take = (choice: Choice): void => {
    // What stands on the screen now is nothing to come back to, and a household that one is out of keeps nothing.
    if (choice.group !== 'here' && !isOut()) keepChoice(space(), choice.id);
    props.onClose();
    if (choice.take.kind === 'go') navigate(choice.take.path);
    else choice.take.run();
  };
  const move = (to: number): void => {
    const count = lines().length;
    if (count === 0) return;
    setActive((to + count) % count);
    const line = activeLine();
    if (line !== undefined) document.getElementById(optionId(line))?.scrollIntoView?.({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const at = Math.min(active(), lines().length - 1);
    const line = activeLine();
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(Math.min(at + 6, lines().length - 1));
    else if (event.key === 'PageUp') move(Math.max(at - 6, 0));
    else if (event.key === 'Enter' && line !== undefined) take(line);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') props.onClose();
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      class={styles.palette}
      aria-label={words.title}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog) props.onClose();
      }}
    >
      <div class={styles.head}>
        <IconSearch />
        <input
          ref={input}
          class={styles.input}
          type="text"
          role="combobox"
          aria-label={words.title}
          aria-expanded={lines().length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId()}
          placeholder={words.placeholder}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="go"
          value={text()}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <IconButton label={messages.frame.close} kind="soft" size={40} onClick={() => props.onClose()}>
          <IconX />
        </IconButton>
      </div>
      <div class={styles.body}>
        <Show when={choices()} fallback={<Skeleton label={words.loading} rows={4} />}>
          <PaletteList
            id={listId}
            groups={groups()}
            active={activeLine()}
            optionId={optionId}
            onTake={take}
            onPoint={(choice) => setActive(lines().indexOf(choice))}
          />
          <Show when={lines().length === 0}>
            <div class={styles.none}>
              <p>{words.none(text().trim())}</p>
              <p>{words.noneHint}</p>
            </div>
          </Show>
        </Show>
      </div>
      <p class={styles.said} role="status">
        {text().trim() === '' ? '' : words.count(lines().length)}
      </p>
      <PaletteFoot />
      <Toaster inModal />
    </dialog>
  );
}
