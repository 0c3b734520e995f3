/** The map of a flow. Loaded with it. */
import type { Formats } from '../formats.ts';

/** As the views name them; repeated here because words know nothing of views. */
export type SayableRule = 'oneAtATime' | 'apartFrom' | 'firstBegun';

export function mapWords(f: Formats) {
  return {
    label: (title: string): string => `Map of ${title}`,
    hint: 'Arrow keys follow the lines, Enter opens a step. Plus and minus zoom, 0 shows everything.',
    drawing: 'Drawing the map',
    empty: 'There are no steps to draw yet.',
    zoomIn: 'Closer',
    zoomOut: 'Further away',
    fit: 'Show everything',
    asList: 'As a list',
    asMap: 'As a map',
    lines: 'What the lines mean',
    legend: {
      after: 'starts after',
      enforced: 'has to be done first, always',
      soft: 'better after',
      onlyIf: 'only if',
      standIn: 'in case it stalls',
      leg: 'brought you the baton',
    },
    onlyIf: (outcomes: readonly string[]): string => `only if ${f.list(outcomes)}`,
    condition: 'only if needed',
    standIn: 'in case',
    toUndo: 'to be undone',
    rule: (rule: SayableRule): string => {
      switch (rule) {
        case 'oneAtATime':
          return 'one at a time';
        case 'apartFrom':
          return 'not beside another part';
        case 'firstBegun':
          return 'only one of them';
      }
    },
    startsAfter: (steps: readonly string[]): string => `Starts after ${f.list(steps)}`,
    betterAfter: (steps: readonly string[]): string => `Better after ${f.list(steps)}`,
    alwaysAfter: (steps: readonly string[]): string => `Never before ${f.list(steps)}`,
    inCaseOf: (step: string): string => `Comes in if ${step} stalls`,
    startsWith: 'Can start at once',
    leadsTo: (steps: readonly string[]): string => `Then ${f.list(steps)}`,
    ofOutcome: (step: string, outcomes: readonly string[]): string => `${step} (${f.list(outcomes)})`,
    inside: (frames: readonly string[]): string => `In ${frames.join(', ')}`,
  };
}
