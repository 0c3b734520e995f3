/** What stands around every screen: navigation, sheets, toasts. */
import type { Formats } from '../formats.ts';

export function frameWords(f: Formats) {
  return {
    app: 'Baton',
    main: 'Main',
    skipToContent: 'Skip to content',
    now: 'Now',
    flows: 'Flows',
    people: 'People',
    log: 'Log',
    settings: 'Settings',
    search: 'Search',
    searchOrDo: 'Search or do anything',
    searchKey: 'Search (Ctrl K)',
    settingsOf: (initials: string): string => `${initials}, settings`,
    newFlow: 'New flow',
    guestOf: (name: string, flow: string): string =>
      `You are a guest of ${name === '' ? 'somebody' : name} in ${flow === '' ? 'one flow' : flow}, and see nothing else of theirs.`,
    guestOver: (name: string, flow: string): string =>
      `Your link to ${flow === '' ? 'this flow' : flow} has ended. What you did counts; what is here stays as it was. ${name === '' ? 'They' : name} can send you another one.`,
    holding: (count: number): string => f.plural(count, { one: '# baton', other: '# batons' }),
    alerts: 'something needs a look',
    back: 'Back',
    close: 'Close',
    undo: 'Undo',
    undone: 'Taken back',
    loading: 'Loading',
    notHere: 'There is nothing at this address',
    notHereHint: 'The link may be cut short, or it belongs to another household.',
    toNow: 'Go to Now',
    failed: 'Something went wrong on this screen',
    failedHint: 'What you saved is safe. Open the screen again to go on.',
    again: 'Open again',
    /** Where the words for what went wrong cannot be loaded. */
    notDone: 'That did not work',
    notDoneHint: 'Nothing was lost. Baton can say why when you are online again.',
  };
}
