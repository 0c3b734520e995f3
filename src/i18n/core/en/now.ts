/** Now: the one thing that is yours, and everything you need not hold in your head. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export function nowWords(f: Formats, t: TimeWords) {
  return {
    title: 'Now',
    headline: (count: number): string =>
      count === 0
        ? 'You hold no baton'
        : f.plural(count, { one: 'You hold 1 baton', other: 'You hold # batons' }),
    rest: (count: number): string =>
      f.plural(count, {
        one: '1 step you needn’t hold in your head',
        other: '# steps you needn’t hold in your head',
      }),
    yourTurn: 'Your turn',
    /** Who freed it, over the hero's leg: "Sam finished Approve the budget, 08:30". */
    freedBy: (who: string | null, step: string, at: number, now: number): string =>
      who === null ? `${step} is done, ${t.when(at, now)}` : `${who}: ${step}, ${t.when(at, now)}`,
    nothingBefore: 'Nothing comes before it',
    waits: (titles: readonly string[]): string => {
      const [first = '', second] = titles;
      if (titles.length === 0) return 'The last one';
      if (titles.length === 1) return `${first} waits`;
      // Two lines of the card hold about this much.
      if (titles.length === 2 && `${first}${second ?? ''}`.length <= 26)
        return `${first} and ${second ?? ''} wait`;
      return `${first} and ${f.number(titles.length - 1)} more wait`;
    },
    /** Dots promise a question before it is done. */
    doneWith: (asks: 'outcome' | 'facts' | 'vote' | null, waitedOn: boolean): string => {
      if (asks === 'outcome') return 'Decide…';
      return `${waitedOn ? 'Done, pass it on' : 'Done'}${asks === null ? '' : '…'}`;
    },
    stuck: 'Stuck',
    alsoYours: 'Also yours',
    checkAgain: 'Check again',
    nudge: 'Needs a nudge',
    nudgeThem: 'Nudge',
    nudgeAbout: (name: string, title: string): string => `Nudge ${name}: ${title}`,
    nudged: (at: number, now: number): string => `Nudged ${t.ago(at, now)}`,
    look: 'Look',
    choose: 'Choose',
    lookAt: (action: string, title: string): string => `${action}: ${title}`,
    waiting: 'Waiting on others',
    haveThem: (names: readonly string[]): string =>
      names.length === 1 ? `${names[0] ?? ''} has them` : `${f.list(names)} have them`,
    comingUp: 'Coming up',
    later: (count: number): string => `${f.number(count)} more, later`,
    fewer: 'Show fewer',
    about: (minutes: number): string => `about ${t.length(minutes)}`,
    restTitle: 'Nothing needs you now',
    restHintToRead: 'The others have the batons.',
    restHint: 'The others have the batons. Yours will be on top here the moment it comes.',
    freshTitle: 'What keeps slipping?',
    freshHint: 'Start a flow, and Baton remembers what comes after what and whose turn it is.',
    start: 'Start a flow',
    openFlows: 'See the flows',
  };
}
