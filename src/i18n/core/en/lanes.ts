/** A flow by people. Loaded with it. */
import type { Formats } from '../formats.ts';

/** As the views name them; repeated here because words know nothing of views. */
export type SayablePart = 'now' | 'next' | 'later' | 'done';

export function lanesWords(f: Formats) {
  return {
    label: (title: string): string => `Who does what in ${title}`,
    hint: 'Scroll sideways to see what comes later.',
    asList: 'As a list',
    asLanes: 'As lanes',
    anyone: (role: string): string => `Anyone: ${role}`,
    nobody: 'Nobody yet',
    outside: 'not in the household',
    empty: 'There are no steps yet.',
    part: (part: SayablePart): string => {
      switch (part) {
        case 'now':
          return 'Now';
        case 'next':
          return 'Next';
        case 'later':
          return 'Later';
        case 'done':
          return 'Done';
      }
    },
    done: (count: number): string => f.plural(count, { one: '1 done', other: '# done' }),
    toCome: (count: number): string => f.plural(count, { one: '1 to come', other: '# to come' }),
    nothingLeft: 'nothing left',
    many: 'a full day',
    away: 'away then',
    legend: 'What the marks mean',
    means: {
      held: 'has it now',
      planned: 'planned',
      many: 'too much on one day',
      away: 'away then',
      done: 'done',
    },
  };
}
