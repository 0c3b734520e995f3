/** Log: what happened, as sentences. Loaded with the screens that tell a history. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export interface SayableHistory {
  readonly type: string;
  readonly step: string | null;
  readonly to: { readonly name: string; readonly isMe: boolean } | null;
  readonly text: string | null;
  /** What something was called before. */
  readonly was: string | null;
  readonly runTitle: string;
  /** How a step ended, of those that can end in several ways. */
  readonly outcome: string | null;
  /** The fact that was set, and its value in words; `null` where it was taken away. */
  readonly fact: { readonly name: string; readonly value: string | null } | null;
}

/**
 * A sentence in two pieces, so that the screen can set the actor bold: "**Sam** finished Book flights".
 * In the past tense, where "you" and a name take the same verb.
 */
export function logWords(f: Formats, t: TimeWords) {
  return {
    title: 'Log',
    filter: 'Show',
    all: 'All',
    yours: 'Yours',
    toChoose: (count: number): string => `To choose ${f.number(count)}`,
    search: 'Search the log',
    searchHint: 'A name, a step, a word from a note',
    stopSearch: 'Stop searching',
    narrow: 'Narrow it down',
    narrowed: (count: number): string =>
      f.plural(count, { one: 'Narrow it down, # thing chosen', other: 'Narrow it down, # things chosen' }),
    byWhom: 'Who',
    anybody: 'Anybody',
    whichFlow: 'Flow',
    anyFlow: 'Any flow',
    whatKind: 'What',
    anything: 'Everything',
    about: { handOffs: 'Hand-offs', changes: 'Changes', problems: 'Problems' },
    showThem: 'Show',
    showAll: 'Show everything',
    noResults: 'Nothing like that was found',
    noResultsHint: 'Flows that ended long ago are read when you choose them under “Narrow it down”.',
    nothingToChoose: 'Nothing to choose',
    nothingToChooseHint: 'When two people change the same thing apart, you choose here which one holds.',
    undo: 'Undo',
    restore: 'Restore',
    undoThis: (what: string): string => `Undo: ${what}`,
    restoreThis: (what: string): string => `Restore: ${what}`,
    undone: 'Taken back',
    restored: 'Brought back',
    olderLines: 'Show older',
    conflicts: 'To choose',
    choose: 'Choose',
    chooseFor: (title: string): string => `Choose: ${title}`,
    conflictLine: 'Two answers met; keep either',
    emptyTitle: 'Nothing has happened yet',
    emptyHint: 'Everything anybody does is written here, and can be taken back.',
    you: 'You',
    somebody: 'Somebody',
    /** `null`: for me. */
    forSomebody: (name: string | null): string => `for ${name ?? 'you'}`,
    /** Said by somebody who had not heard of it. */
    meanwhile: (title: string): string => `, while “${title}” was going on elsewhere`,
    at: (at: number, where: string): string => `${f.time(at)}, ${where}`,
    day: t.dayHeading,
    /** What follows the name. */
    did: (line: SayableHistory): string => {
      const step = line.step ?? '';
      const to = mayBeMe(line.to) ?? 'somebody';
      switch (line.type) {
        case 'run.started':
          return `started ${line.runTitle}`;
        case 'run.followed':
          return `conducts ${line.runTitle}, which started by itself after ${line.text ?? 'another flow'}`;
        case 'run.cancelled':
          return `cancelled ${line.runTitle}`;
        case 'run.finished':
          return `called ${line.runTitle} done`;
        case 'run.suspended':
          return `paused ${line.runTitle}`;
        case 'run.resumed':
          return `let ${line.runTitle} go on`;
        case 'run.conductorChanged':
          return `let ${to} conduct ${line.runTitle}`;
        case 'run.contextSet':
          return 'brought people up to date';
        case 'run.patched':
          return step === '' ? 'changed the plan' : `changed the plan of ${step}`;
        case 'run.flowAdded':
          return `added the flow “${line.text ?? line.runTitle}” to ${line.runTitle}`;
        case 'run.followUpSet':
          return `chose what starts after ${line.runTitle}`;
        case 'run.followUpDropped':
          return `let nothing start after ${line.runTitle} any more`;
        case 'run.ladderSet':
          return step === '' ? 'changed what happens on a stall' : `changed what happens if ${step} stalls`;
        case 'step.calledUpon':
          return `called upon ${step}`;
        case 'step.putBack':
          return `put ${step} back: it is not needed after all`;
        case 'item.added':
          return `added ${line.text ?? 'one more'} to ${line.runTitle}`;
        case 'item.closed':
          return `said that “${line.text ?? line.runTitle}” is complete`;
        case 'item.reopened':
          return `said that more may come to “${line.text ?? line.runTitle}”`;
        case 'item.renamed':
          return `called ${line.was ?? 'somebody'} “${line.text ?? ''}” instead`;
        case 'step.claimed':
          return `took ${step}`;
        case 'step.released':
          return `gave ${step} back`;
        case 'step.started':
          return `started ${step}`;
        case 'step.paused':
          return `paused ${step}`;
        case 'step.resumed':
          return `went on with ${step}`;
        case 'step.waitingStarted':
          return `started waiting on ${line.text ?? mayBeMe(line.to) ?? 'somebody'} for ${step}`;
        case 'step.waitingEnded':
          return `stopped waiting for ${step}`;
        case 'reply.received':
          return `got an answer for ${step}`;
        case 'fact.set':
          return factSet(line.fact);
        case 'step.reassigned':
          return `passed ${step} to ${to}`;
        case 'step.completed':
          return line.outcome === null ? `finished ${step}` : `finished ${step}: ${line.outcome}`;
        case 'approval.approve':
          return `approved ${step}`;
        case 'approval.reject':
          return `sent ${step} back`;
        case 'approval.withdraw':
          return `took the vote on ${step} back`;
        case 'step.rechecked':
          return `said ${step} is still right`;
        case 'step.amended':
          return `put ${step} right`;
        case 'step.failed':
          return `got stuck on ${step}`;
        case 'step.retried':
          return `tried ${step} again`;
        case 'step.skipped':
          return `skipped ${step}`;
        case 'step.cancelled':
          return `called ${step} off: it is not needed any more`;
        case 'step.reopened':
          return `opened ${step} again`;
        case 'nudge.sent':
          return `nudged ${to} about ${step}`;
        case 'step.compensationStarted':
          return `asked to undo ${step}`;
        case 'step.compensationReassigned':
          return `left it to ${to} to undo ${step}`;
        case 'step.compensated':
          return `undid ${step}`;
        case 'step.compensationFailed':
          return `could not undo ${step}`;
        case 'step.compensationDeclined':
          return `left ${step} as it is: it need not be undone`;
        case 'note.added':
          return `noted on ${step}`;
        case 'checklist.ticked':
          return line.text === null ? `went through the list of ${step}` : `ticked “${line.text}”`;
        case 'conflict.resolved':
          return `chose an answer for ${step}`;
        default:
          return 'did something a newer version of Baton understands';
      }
    },
    /** True when `text` is already part of the sentence. */
    saysText: (type: string): boolean =>
      type === 'checklist.ticked' ||
      type === 'run.followed' ||
      type === 'run.flowAdded' ||
      type === 'step.waitingStarted' ||
      type.startsWith('item.'),
  };
}

function mayBeMe(who: SayableHistory['to']): string | null {
  return who === null ? null : who.isMe ? 'you' : who.name;
}

function factSet(fact: SayableHistory['fact']): string {
  if (fact === null) return 'changed what is known';
  return fact.value === null ? `took away what ${fact.name} was` : `set ${fact.name} to ${fact.value}`;
}
