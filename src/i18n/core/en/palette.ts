/** Search: what it finds, and what it offers to do. */
import type { Formats } from '../formats.ts';

export function paletteWords(f: Formats) {
  return {
    title: 'Search',
    placeholder: 'Search or do anything',
    results: 'Results',
    groups: {
      recent: 'Chosen last',
      here: 'On this screen',
      yours: 'Your turn',
      go: 'Go to',
      actions: 'Do',
      steps: 'Steps',
      flows: 'Flows',
      people: 'People',
      facts: 'Facts',
    },
    count: (count: number): string => f.plural(count, { one: '# result', other: '# results' }),
    more: (count: number): string =>
      f.plural(count, { one: 'and # more: type on to find it', other: 'and # more: type on to find them' }),
    none: (text: string): string => `Nothing is called “${text}”`,
    noneHint: 'Steps and facts of flows that have ended are found once you have opened the flow.',
    loading: 'Looking',
    over: 'Over',
    newFlow: 'New flow',
    alerts: 'What needs a look',
    start: (workflow: string): string => `Start ${workflow}`,
    switchTo: (space: string): string => `Switch to ${space}`,
    dark: 'Dark look',
    light: 'Light look',
    system: 'Look like the device',
    keys: 'Keys that work here',
    paste: 'Paste what you copied',
    keyHints: { move: 'to move', open: 'to open', close: 'to close' },
    enter: 'Enter',
  };
}
