/** Everything that can be chosen now: what the household holds, where one can go, what can be done. */
import { useNavigate } from '@solidjs/router';
import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SearchView } from '../../../views/search-view.ts';
import { useIsMember } from '../../access.ts';
import { useAppView } from '../../app-view.tsx';
import { type Appearance, chooseAppearance } from '../../appearance.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { paths } from '../../routes.ts';
import { useHouseholdName } from '../../use-household-name.ts';
import type { Choice } from './choice.ts';
import { foundToChoices } from './found-choices.ts';
import { usePaletteWords } from './use-palette-words.ts';

/** As it comes from the worker: there may be thousands, and none of them changes by itself. */
function useSearchView(): Accessor<SearchView | undefined> {
  const household = useHousehold();
  const [view, setView] = createSignal<SearchView>();
  onCleanup(
    household.subscribe({ kind: 'search' }, (patch) => {
      setView((before) => ({ ...before, ...patch }) as SearchView);
    }),
  );
  return view;
}

/** `here`: buttons of the screen that a key presses, found before the search covered it. */
export function useChoices(
  here: readonly HTMLElement[],
  onKeys: () => void,
): Accessor<readonly Choice[] | undefined> {
  const messages = useMessages();
  const words = usePaletteWords();
  const household = useHousehold();
  const navigate = useNavigate();
  const app = useAppView();
  const nameOf = useHouseholdName();
  const isMember = useIsMember();
  const now = useNow();
  const { sayFailed } = useCommands();
  const found = useSearchView();

  const go = (id: string, title: string, path: string, keys?: string): Choice => ({
    id: `go ${id}`,
    group: 'go',
    title,
    sub: '',
    mark: { kind: 'icon', icon: 'go' },
    take: { kind: 'go', path },
    ...(keys !== undefined && { keys }),
  });
  const act = (id: string, title: string, run: () => void, keys?: string): Choice => ({
    id: `do ${id}`,
    group: 'actions',
    title,
    sub: '',
    mark: { kind: 'icon', icon: 'do' },
    take: { kind: 'do', run },
    ...(keys !== undefined && { keys }),
  });
  const only = (shown: boolean, choice: Choice): readonly Choice[] => (shown ? [choice] : []);
  const look = (appearance: Appearance): Choice =>
    act(appearance, words[appearance], () => chooseAppearance(appearance));
  const show = (space: NonNullable<ReturnType<typeof app>>['spaces'][number]): Choice =>
    act(`show ${space.id}`, words.switchTo(nameOf(space.id)), () => {
      void household.intent({ kind: 'showSpace', space: space.id }).then((result) => {
        if (result.ok) navigate(paths.now);
        else sayFailed(result.error);
      });
    });

  const onScreen = here.map(
    (button, index): Choice => ({
      id: `here ${index}`,
      group: 'here',
      title: button.getAttribute('aria-label') ?? ownText(button),
      sub: '',
      mark: { kind: 'icon', icon: 'do' },
      keys: button.getAttribute('aria-keyshortcuts') ?? '',
      take: { kind: 'do', run: () => button.click() },
    }),
  );

  return createMemo(() => {
    const view = found();
    if (view === undefined) return undefined;
    const isGuest = app()?.guestOf != null;
    return [
      ...onScreen,
      go('now', messages.frame.now, paths.now, 'G N'),
      go('flows', messages.frame.flows, paths.flows, 'G F'),
      ...only(!isGuest, go('people', messages.frame.people, paths.people, 'G P')),
      ...only(!isGuest, go('log', messages.frame.log, paths.log, 'G L')),
      ...only((app()?.alertCount ?? 0) > 0, go('alerts', words.alerts, paths.alerts)),
      go('settings', messages.frame.settings, paths.settings),
      ...only(isMember(), go('new', words.newFlow, paths.new, 'N')),
      ...only(isMember(), go('share', words.paste, paths.share)),
      ...(app()?.spaces ?? []).filter((space) => !space.shown).map(show),
      look('dark'),
      look('light'),
      look('system'),
      act('keys', words.keys, onKeys, '?'),
      ...foundToChoices(view, words, messages, now(), isMember()),
    ];
  });
}

/** What is written on it, without the key. */
function ownText(button: HTMLElement): string {
  const copy = button.cloneNode(true);
  if (copy instanceof HTMLElement) for (const key of copy.querySelectorAll('kbd')) key.remove();
  return (copy.textContent ?? '').trim();
}
