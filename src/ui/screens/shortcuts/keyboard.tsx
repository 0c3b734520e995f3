/** Listens for keys on the whole page, and shows the search and the list of keys. */
import { useLocation, useNavigate } from '@solidjs/router';
import { lazy, Match, onCleanup, onMount, Suspense, Switch } from 'solid-js';
import { useIsMember } from '../../access.ts';
import { useAppView } from '../../app-view.tsx';
import type { Finder } from '../../finder.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { keyFromParam, paths, runFromParam, runPath } from '../../routes.ts';
import { findButtonOf } from './keyed-buttons.ts';
import { type KeyMeaning, keyToMeaning, type Pressed } from './key-map.ts';
import { moveInList } from './move-in-list.ts';
import { readSingleKeys } from './single-keys.ts';

const Palette = lazy(async () => ({ default: (await import('../palette/palette.tsx')).Palette }));
const ShortcutsSheet = lazy(async () => ({
  default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet,
}));

/** The second key has to follow within this long, milliseconds. */
const secondKeyMs = 1500;

function readPressed(event: KeyboardEvent, goes: boolean): Pressed {
  const target = event.target instanceof Element ? event.target : document.body;
  return {
    key: event.key,
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    inField: target.closest('input, textarea, select, [contenteditable]') !== null,
    inDialog: target.closest('dialog, [popover]') !== null || document.querySelector('dialog[open]') !== null,
    ownArrows: target.closest('[role="tablist"], [role="menu"], [role="radiogroup"], [role="grid"]') !== null,
    singleKeys: readSingleKeys(),
    goes,
  };
}

export function Keyboard(props: { readonly finder: Finder }) {
  const navigate = useNavigate();
  const location = useLocation();
  const toasts = useToasts();
  const isMember = useIsMember();
  const app = useAppView();
  let wentAt = Number.NEGATIVE_INFINITY;

  /** True when it did something, so that the browser does nothing besides. */
  const act = (meaning: KeyMeaning): boolean => {
    switch (meaning.kind) {
      case 'search':
      case 'keys':
        props.finder.show(meaning.kind);
        return true;
      case 'goes':
        wentAt = performance.now();
        return true;
      case 'go':
        // A guest has neither.
        if (app()?.guestOf != null && (meaning.to === 'people' || meaning.to === 'log')) return false;
        navigate(paths[meaning.to]);
        return true;
      case 'move':
        return moveInList(meaning.by);
      case 'press': {
        const button = findButtonOf(meaning.button);
        button?.click();
        return button !== undefined;
      }
      case 'new':
        if (isMember()) navigate(paths.new);
        return isMember();
      case 'undo':
        return toasts.undo();
      case 'close':
        return closeStep();
    }
  };

  /** The step that stands beside the page. */
  const closeStep = (): boolean => {
    const [, section, run, step] = location.pathname.split('/');
    if (section !== 'flows' || keyFromParam(step) === null) return false;
    navigate(runPath(runFromParam(run)), { scroll: false, replace: true });
    return true;
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const goes = performance.now() - wentAt < secondKeyMs;
    wentAt = Number.NEGATIVE_INFINITY;
    const meaning = keyToMeaning(readPressed(event, goes));
    if (meaning === null || (event.repeat && meaning.kind !== 'move')) return;
    if (act(meaning)) event.preventDefault();
  };
  onMount(() => {
    document.addEventListener('keydown', onKey);
    onCleanup(() => document.removeEventListener('keydown', onKey));
  });

  const close = (): void => props.finder.show(undefined);
  return (
    <Suspense>
      <Switch>
        <Match when={props.finder.shown() === 'search'}>
          <Palette onClose={close} onKeys={() => props.finder.show('keys')} />
        </Match>
        <Match when={props.finder.shown() === 'keys'}>
          <ShortcutsSheet onClose={close} />
        </Match>
      </Switch>
    </Suspense>
  );
}
