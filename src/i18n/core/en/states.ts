/** The word that goes with every state's shape and colour, and who has a step. */
import type { TimeWords } from './times.ts';

/** As the views name states; repeated here because words know nothing of views. */
export type StateTone =
  | 'turn'
  | 'theirs'
  | 'waiting'
  | 'stuck'
  | 'risk'
  | 'late'
  | 'done'
  | 'skipped'
  | 'next'
  | 'conflict'
  | 'recheck'
  | 'provisional'
  | 'withdrawn'
  | 'paused';

export interface Who {
  readonly name: string;
  readonly isMe: boolean;
}

export function stateWords(t: TimeWords) {
  const hasIt = (who: Who | null): string =>
    who === null ? 'Nobody has it yet' : who.isMe ? 'You have it' : `${who.name} has it`;
  return {
    hasIt,
    /** The first word of a second line, shown in the state's colour. */
    word: (tone: StateTone, holder: Who | null): string => {
      switch (tone) {
        case 'turn':
          return 'Your turn';
        case 'theirs':
          return hasIt(holder);
        case 'waiting':
          return 'Waiting';
        case 'stuck':
          return 'Stuck';
        case 'risk':
          return 'At risk';
        case 'late':
          return 'Late';
        case 'done':
          return 'Done';
        case 'skipped':
          return 'Skipped';
        case 'next':
          return 'Not yet';
        case 'conflict':
          return 'Two answers';
        case 'recheck':
          return 'Check again';
        case 'provisional':
          return 'Done, for now';
        case 'withdrawn':
          return 'Not needed';
        case 'paused':
          return 'Paused';
      }
    },
    /** Who has it, of what several may do. */
    anyone: (role: string): string => `${role}: anyone`,
    votes: (approvals: number, needed: number): string => `${approvals} of ${needed} approved`,
    late: (dueAt: number, now: number): string => `Late ${t.lateBy(dueAt, now)}`,
    /** It goes on beside another step, and should not. */
    inCase: (title: string): string => `In case “${title}” stalls`,
    meanwhile: (title: string): string => `at the same time as “${title}”`,
    you: 'You',
    nobody: 'Nobody yet',
    anotherStep: 'Another step',
    somebody: 'Somebody',
  };
}
