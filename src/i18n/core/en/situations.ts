/** Why a step stands where it stands, and what can be done about it: one or two sentences each. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

/** As the model names comparisons; repeated here because words know nothing of it. */
export type ConditionName =
  | 'set'
  | 'notSet'
  | 'equal'
  | 'notEqual'
  | 'above'
  | 'atLeast'
  | 'below'
  | 'atMost';

export function situationWords(f: Formats, t: TimeWords) {
  const round = (iteration: number): string => `Round ${f.number(iteration)}`;
  return {
    suspended: 'This flow is paused',
    suspendedHint: 'Nothing in it is anybody’s turn until it goes on.',
    openFlow: 'Open the flow',
    paused: 'This step is paused',
    pausedHint: 'It is nobody’s turn until it goes on.',
    scheduled: (at: number, now: number): string => `Starts ${t.moment(at, true, now)}`,
    scheduledHint: (canStart: boolean): string =>
      canStart
        ? 'Until then it is nobody’s turn. It can still be done earlier.'
        : 'Until then it is nobody’s turn.',
    listOpen: (lists: readonly string[]): string => `${f.list(lists)}: more may come`,
    listOpenHint: 'This waits until somebody says on the flow that that’s all of them.',
    betterAfter: (titles: readonly string[]): string => `Better after ${f.list(titles)}`,
    betterAfterHint: 'It need not wait; it just goes more smoothly that way.',
    ahead: 'It began before what it needs was settled',
    aheadHint: (titles: readonly string[]): string =>
      titles.length === 0
        ? 'Something before it is open again. Go on, and look once more when that is done.'
        : `${f.list(titles)} ${titles.length === 1 ? 'is' : 'are'} open again. Go on, and look once more when ${titles.length === 1 ? 'that is' : 'they are'} done.`,
    provisional: 'Done, for now',
    provisionalHint: (titles: readonly string[]): string =>
      titles.length === 0
        ? 'Something it rests on is being done again, so it may have to be looked at once more.'
        : `Rests on ${f.list(titles)}, which ${titles.length === 1 ? 'is' : 'are'} being done again.`,
    provisionalUntil: (titles: readonly string[]): string =>
      `${f.list(titles)} ${titles.length === 1 ? 'is' : 'are'} still to come; what stands in for ${titles.length === 1 ? 'it' : 'them'} counts until then.`,
    provisionalCheck: (titles: readonly string[]): string =>
      `Rests on ${f.list(titles)}, which ${titles.length === 1 ? 'is' : 'are'} to be checked again.`,
    surplus: 'Done though it was not needed any more',
    surplusCanUndo: 'Leave it, and nothing follows from it; or undo it.',
    surplusHint:
      'Leave it, and nothing follows from it. If it cost something, take it back outside of Baton or open it again.',
    withdrawn: 'Not needed',
    withdrawnBecause: (
      why:
        | 'deadPath'
        | 'restCancelled'
        | 'condition'
        | 'removed'
        | 'unusedFallback'
        | 'runFinished'
        | 'otherChosen'
        | 'tooLate',
    ): string => {
      switch (why) {
        case 'deadPath':
          return 'What was chosen before it leads another way.';
        case 'restCancelled':
          return 'Another one was enough, so this one was let go.';
        case 'runFinished':
          return 'The flow was ended before its turn came.';
        case 'condition':
          return 'What it depends on does not hold.';
        case 'unusedFallback':
          return 'The step that it stands in for went without it.';
        case 'otherChosen':
          return 'Another one was begun first, and one is enough.';
        case 'tooLate':
          return 'The time for it is over.';
        case 'removed':
          return 'Somebody took it out of the plan.';
      }
    },
    /** "Only if Amount is at least €10,000." `value` as it is told. */
    onlyIf: (fact: string, is: ConditionName, value: string): string => {
      switch (is) {
        case 'set':
          return `Only if ${fact} is known.`;
        case 'notSet':
          return `Only if ${fact} is not known.`;
        case 'equal':
          return `Only if ${fact} is ${value}.`;
        case 'notEqual':
          return `Only if ${fact} is not ${value}.`;
        case 'above':
          return `Only if ${fact} is above ${value}.`;
        case 'atLeast':
          return `Only if ${fact} is at least ${value}.`;
        case 'below':
          return `Only if ${fact} is below ${value}.`;
        case 'atMost':
          return `Only if ${fact} is at most ${value}.`;
      }
    },
    irreversible: 'This cannot be done twice',
    irreversibleOpen: 'Once it is done it cannot be opened again, only put right.',
    irreversibleDone: 'It is not opened again. If something about it is wrong, put it right and say so here.',
    earlier: (iteration: number, present: number): string =>
      `This is round ${f.number(iteration)} of ${f.number(present)}`,
    earlierHint: 'It is kept as it was; nothing here changes any more.',
    openPresent: (present: number): string => `Go to round ${f.number(present)}`,
    rounds: 'Rounds',
    round,
    roundNow: (iteration: number): string => `${round(iteration)}, now`,
    roundBy: (names: readonly string[], at: number, now: number): string =>
      names.length === 0 ? t.moment(at, true, now) : `${f.list(names)}, ${t.moment(at, true, now)}`,
    offered: (who: string, isMe: boolean): string =>
      isMe ? 'You had already done it' : `${who} had already done it`,
    offeredHint: (at: number, now: number): string =>
      `${t.moment(at, true, now)}, without knowing that it was opened again.`,
    offeredAs: (outcome: string): string => `It ended with “${outcome}”.`,
    takeOffered: 'Take it as it is',
    fillIn: (fact: string): string => `Save “${fact}”`,
    heldUpBy: (fact: string): string => `Waits for “${fact}”`,
  };
}
