/** What starts when a flow has ended. Loaded where a flow has something that does. */
import type { Formats } from '../formats.ts';

export type SayableCondition =
  | { readonly kind: 'finished' | 'cancelled' }
  | { readonly kind: 'step'; readonly title: string; readonly outcomes: readonly string[] };

export function followUpWords(f: Formats) {
  const quoted = (titles: readonly string[]): string => f.list(titles.map((title) => `“${title}”`));
  return {
    region: 'What comes afterwards',
    starts: (workflow: string): string => `Then: ${workflow} starts`,
    started: (workflow: string): string => `${workflow} has started`,
    cameFrom: (title: string): string => `Started by itself after ${title}`,
    open: 'Open it',
    openNamed: (title: string): string => `Open ${title}`,
    when: (when: SayableCondition): string => {
      switch (when.kind) {
        case 'finished':
          return 'When this is done';
        case 'cancelled':
          return 'If this is cancelled';
        case 'step':
          return when.outcomes.length === 0
            ? `When “${when.title}” is done`
            : `When this is done, and “${when.title}” ended with ${quoted(when.outcomes)}`;
      }
    },
    gone: 'A flow that is not there any more',
    problem: {
      workflowMissing: 'It could not start: that flow is not there any more. Start another one by hand.',
      refused: 'It could not start by itself: something that it needs is missing. Start it by hand.',
    },
    title: 'When it is done',
    hint: 'Another flow can start by itself, with the same people.',
    start: 'Start another flow',
    nothing: 'Nothing',
    drop: 'Take away',
    dropNamed: (workflow: string): string => `Do not start ${workflow} afterwards`,
    change: 'Change',
    changeNamed: (workflow: string): string => `Change when ${workflow} starts`,
    whenLabel: 'It starts',
    asSoonAs: 'As soon as a step is done',
    endedSo: 'When this is done, and a step ended so',
    stepDone: (title: string): string => `When “${title}” is done`,
    stepEnded: (title: string): string => `When “${title}” ended with…`,
    endedWith: 'Ended with',
    handedOver: 'What it is handed',
    notHanded: 'Nothing',
    takesParts: 'Who takes its parts',
    asHere: 'As here, or nobody yet',
    put: 'Save',
    chosen: (workflow: string, when: 'finished' | 'done' | 'outcome' | 'cancelled'): string => {
      switch (when) {
        case 'finished':
          return `${workflow} starts when this is done`;
        case 'done':
          return `${workflow} starts as soon as that is done`;
        case 'outcome':
          return `${workflow} starts if it ends so`;
        case 'cancelled':
          return `${workflow} starts if this is cancelled`;
      }
    },
    dropped: (workflow: string): string => `${workflow} does not start afterwards any more`,
  };
}
