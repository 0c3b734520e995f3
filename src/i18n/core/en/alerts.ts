/** What needs a look, what can be done about it, and what happens when a step stalls. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

/** As the engine names them; repeated here because words know nothing of it. */
export type CauseName =
  | 'late'
  | 'noReply'
  | 'stalled'
  | 'failed'
  | 'blocked'
  | 'missingFact'
  | 'rejected'
  | 'personAway'
  | 'factChanged'
  | 'paused'
  | 'undo'
  | 'runCancelled';
export type WayName =
  | 'open'
  | 'ask'
  | 'choosePerson'
  | 'retry'
  | 'takeOver'
  | 'skip'
  | 'cancelStep'
  | 'cancelRun'
  | 'recheck'
  | 'goOn'
  | 'undone'
  | 'leave'
  | 'handOver'
  | 'fallback';
export type RungName =
  | 'remind'
  | 'tellConductor'
  | 'addBackup'
  | 'offerFallback'
  | 'proposeSkip'
  | 'proposeCancel';
export type OriginName = 'due' | 'ready' | 'waiting';

export interface SayableAlert {
  readonly cause: CauseName;
  readonly rung: RungName;
  /** Whoever has it, is away, or did it. */
  readonly who: { readonly name: string; readonly isMe: boolean } | null;
  readonly due: { readonly at: number; readonly hasTime: boolean; readonly late: boolean } | null;
  readonly pausedAt: number | null;
  readonly since: number;
  readonly details: readonly string[];
  readonly alsoLate: readonly string[];
}

type Who = SayableAlert['who'];

export function alertWords(f: Formats, t: TimeWords) {
  const quoted = (titles: readonly string[]): string => f.list(titles.map((title) => `“${title}”`));
  const has = (who: Who): string =>
    who === null ? 'Nobody has it yet.' : who.isMe ? 'It is yours.' : `${who.name} has it.`;
  const name = (who: Who): string => (who === null ? 'Somebody' : who.isMe ? 'You' : who.name);
  const was = (due: SayableAlert['due'], now: number): string =>
    due === null ? 'It was due.' : `It was due ${t.moment(due.at, due.hasTime, now)}.`;
  const happened = ({ cause, who, due, pausedAt, since, details }: SayableAlert, now: number): string => {
    switch (cause) {
      case 'late':
        return `${was(due, now)} ${has(who)}`;
      case 'noReply':
        return details.length === 0
          ? `Nobody has answered yet. ${has(who)}`
          : `No answer from ${f.list(details)} yet. ${has(who)}`;
      case 'stalled':
        return `Nothing has happened with it for a while. ${has(who)}`;
      case 'failed':
        return details.length === 0
          ? `${name(who)} got stuck with it.`
          : `${name(who)} got stuck with it: ${quoted(details)}.`;
      case 'blocked':
        return `${was(due, now)} Something before it did not work out.`;
      case 'missingFact':
        return details.length === 0
          ? `${was(due, now)} Something it needs to know is missing.`
          : `${was(due, now)} Nobody has said ${quoted(details)} yet.`;
      case 'rejected':
        return `${name(who)} sent it back, to be done once more.`;
      case 'personAway':
        return who?.isMe === true ? 'It is yours, and you are away.' : `${name(who)} has it and is away.`;
      case 'factChanged':
        return `Something it rested on has changed since ${t.moment(since, true, now)}.`;
      case 'paused':
        return pausedAt === null
          ? `${name(who)} paused it.`
          : `${name(who)} paused it ${t.moment(pausedAt, true, now)}, and nobody has gone on since.`;
      case 'undo':
        if (due === null) return `It is still to be undone. ${has(who)}`;
        return due.late
          ? `It was to be undone by ${t.moment(due.at, due.hasTime, now)}. ${has(who)}`
          : `It is to be undone by ${t.moment(due.at, due.hasTime, now)}. ${has(who)}`;
      case 'runCancelled':
        return `${name(who)} called the whole flow off.`;
    }
  };
  const proposed = ({ rung }: SayableAlert): string => {
    switch (rung) {
      case 'addBackup':
        return ' You stand in, so it is yours as well now.';
      case 'proposeSkip':
        return ' Perhaps it can be skipped.';
      case 'proposeCancel':
        return ' Perhaps the whole flow should be called off.';
      case 'offerFallback':
        return ' There is another way at hand.';
      case 'remind':
      case 'tellConductor':
        return '';
    }
  };
  const behind = (titles: readonly string[]): string =>
    titles.length === 0 ? '' : ` ${f.list(titles)} ${titles.length === 1 ? 'waits' : 'wait'} for it.`;
  const after = (from: OriginName, minutes: number): string => {
    const length = t.length(minutes);
    switch (from) {
      case 'due':
        return minutes === 0 ? 'When it is due' : `${length} after it was due`;
      case 'ready':
        return minutes === 0 ? 'When its turn comes' : `${length} after its turn came`;
      case 'waiting':
        return minutes === 0 ? 'While nobody answers' : `After ${length} without an answer`;
    }
  };
  const does = (action: RungName, who: Who, fallbacks: readonly string[]): string => {
    const [subject, to] =
      who === null ? ['somebody', 'somebody'] : who.isMe ? ['you', 'you'] : [who.name, who.name];
    const [is, hears, owns] = who?.isMe === true ? ['are', 'hear', 'have'] : ['is', 'hears', 'has'];
    switch (action) {
      case 'remind':
        return `${subject} ${is} reminded`;
      case 'tellConductor':
        return `${subject} ${hears} of it`;
      case 'addBackup':
        return `${subject} ${owns} it as well`;
      case 'offerFallback':
        return fallbacks.length === 0
          ? `another way is offered to ${to}`
          : `${quoted(fallbacks)} is offered to ${to} instead`;
      case 'proposeSkip':
        return `skipping it is proposed to ${to}`;
      case 'proposeCancel':
        return `calling the flow off is proposed to ${to}`;
    }
  };
  return {
    title: 'What went wrong',
    headline: (count: number): string =>
      count === 0
        ? 'All is well'
        : f.plural(count, { one: '# thing needs a look', other: '# things need a look' }),
    look: 'Look',
    nothing: 'Nothing needs a look',
    nothingHint:
      'When something is late, stuck or changed, and you can do something about it, it stands here.',
    what: (alert: SayableAlert, now: number): string =>
      happened(alert, now) + proposed(alert) + behind(alert.alsoLate),
    way: (way: WayName, who: string | null, title: string | null): string => {
      switch (way) {
        case 'open':
          return 'Open it';
        case 'ask':
          return `Ask ${who ?? title ?? 'them'}`;
        case 'choosePerson':
          return 'Give it to somebody…';
        case 'retry':
          return 'Try it again';
        case 'takeOver':
          return 'Take it over';
        case 'skip':
          return 'Skip it';
        case 'cancelStep':
          return 'Call this step off';
        case 'cancelRun':
          return 'Call the whole flow off…';
        case 'recheck':
          return 'Still right';
        case 'goOn':
          return 'Go on';
        case 'undone':
          return 'It is undone';
        case 'leave':
          return 'Not needed';
        case 'handOver':
          return `Hand it to ${who ?? 'the backup'}`;
        case 'fallback':
          return `Go for “${title ?? 'the other way'}”`;
      }
    },
    /** The toast that follows. */
    said: (way: WayName, step: string, who: string | null, title: string | null): string => {
      switch (way) {
        case 'retry':
          return `${step}: tried again`;
        case 'takeOver':
          return `${step} is yours now`;
        case 'skip':
          return `${step}: skipped`;
        case 'cancelStep':
          return `${step}: called off`;
        case 'cancelRun':
          return 'The flow is called off';
        case 'recheck':
          return `${step}: still right`;
        case 'goOn':
          return `${step} goes on`;
        case 'undone':
          return `${step}: done`;
        case 'leave':
          return `${step}: not needed`;
        case 'handOver':
          return `${who ?? 'The backup'} has ${step} now`;
        case 'fallback':
          return `Now it goes on with ${title ?? 'the other way'}`;
        case 'open':
        case 'ask':
        case 'choosePerson':
          return step;
      }
    },
    more: 'More ways',
    moreFor: (title: string): string => `More ways for ${title}`,
    gotIt: 'Got it',
    gotItFor: (title: string): string => `Got it: ${title}`,
    sureTitle: 'Call the whole flow off?',
    sureHint: 'What is done stays done. Everything else in it is over for everybody.',
    sure: 'Call it off',
    keep: 'Keep it going',

    stalls: 'If it stalls…',
    /** "When it is due, Sam is reminded." */
    rung: (
      from: OriginName,
      minutes: number,
      action: RungName,
      who: Who,
      fallbacks: readonly string[],
    ): string => `${after(from, minutes)}, ${does(action, who, fallbacks)}.`,
    usual: 'As usual for a step like this.',
    reachedAt: (at: number, hasTime: boolean, now: number): string => `since ${t.moment(at, hasTime, now)}`,
    reachesAt: (at: number, hasTime: boolean, now: number): string => t.moment(at, hasTime, now),
    nobodyTold: 'Nobody is told.',
    undue: 'It is not due at any time, so nobody is told unless somebody outside is waited for.',
    quietly:
      'At night, and in the quiet hours that people set, nobody is disturbed: they hear of it in the morning.',
    changeStalls: 'Change what happens',
    when: 'When',
    happens: 'What happens',
    due: 'From its due date',
    ready: 'From when its turn comes',
    waiting: 'While somebody is waited for',
    afterOption: after,
    action: (action: RungName): string => {
      switch (action) {
        case 'remind':
          return 'Remind whoever has it';
        case 'tellConductor':
          return 'Tell whoever conducts the flow';
        case 'addBackup':
          return 'Let the backup have it as well';
        case 'offerFallback':
          return 'Offer the other way';
        case 'proposeSkip':
          return 'Propose to skip it';
        case 'proposeCancel':
          return 'Propose to call the flow off';
      }
    },
    rungNumber: (number: number): string => `Line ${f.number(number)}`,
    removeRung: (number: number): string => `Leave out line ${f.number(number)}`,
    addRung: 'Add a line',
    asUsual: 'As usual',
    save: 'Save',
    saved: 'Changed what happens if it stalls',
    coHolder: (who: Who): string =>
      who?.isMe === true
        ? 'It is yours as well by now. Whoever takes it first has it.'
        : `${name(who)} has it as well by now. Whoever takes it first has it.`,
    nextTry: (at: number, now: number): string => `To be tried again at ${t.moment(at, true, now)}.`,
    standsInFor: (title: string): string => `It stands in for ${title}`,
    standsInHint: 'It is nobody’s turn until somebody calls upon it.',
    callUpon: 'Call upon it',
    calledUpon: (title: string): string => `${title}: called upon`,

    settings: 'Alerts',
    allowTitle: 'Hear of it on this device too',
    allowHint: 'While Baton is open here, also in the background, it can tell you with a notification.',
    allow: 'Allow notifications',
    allowed: 'Notifications are on',
    allowedHint: 'They come while Baton is open on this device, in whichever tab. A closed app tells nobody.',
    denied: 'Notifications are blocked',
    deniedHint: 'The browser’s settings for this site can allow them again.',
    unsupported: 'No notifications here',
    unsupportedHint: 'This browser cannot show them. What needs a look stands on Now all the same.',
    quiet: 'Quiet hours',
    quietHint: 'Nobody is told anything then; it waits until they are over.',
    quietFrom: 'From',
    quietTo: 'Until',
    saveQuiet: 'Save quiet hours',
    quietSaved: 'Quiet hours saved',
    noQuiet: 'Always tell me',
  };
}
export type AlertWords = ReturnType<typeof alertWords>;
