/** The pages of one step: simple first, the rest one tap deeper. Loaded with them. */
import type { Formats } from '../formats.ts';
import { noonOf } from '../noon-of.ts';
import type { TimeWords } from './times.ts';

/** As the model names them; repeated here because words know nothing of it. */
export type SayableStepKind = 'task' | 'decision' | 'approval' | 'wait' | 'contact' | 'milestone' | 'subflow';
export type SayableWhen =
  | { readonly kind: 'date'; readonly date: string; readonly time?: string }
  | {
      readonly kind: 'offset';
      readonly from: { readonly kind: 'start' } | { readonly kind: 'fact' | 'step'; readonly name: string };
      readonly days: number;
      readonly workingDays: number;
      readonly minutes: number;
      readonly working: boolean;
      readonly time?: string;
    };
type Way = 'call' | 'text' | 'mail' | 'share';
export type SayableTest = 'set' | 'notSet' | 'equal' | 'notEqual' | 'above' | 'atLeast' | 'below' | 'atMost';

export function stepEditorWords(f: Formats, t: TimeWords) {
  const quoted = (titles: readonly string[]): string => f.list(titles.map((title) => `“${title}”`));
  const timed = (words: string, time: string | undefined): string =>
    time === undefined ? words : `${words}, ${time}`;
  const length = (minutes: number, working: boolean): string =>
    working ? `${t.length(minutes)} of working time` : t.length(minutes);
  const origin = (from: Extract<SayableWhen, { readonly kind: 'offset' }>['from']): string => {
    switch (from.kind) {
      case 'start':
        return 'the start';
      case 'fact':
        return `“${from.name}”`;
      case 'step':
        return `“${from.name}” is done`;
    }
  };
  const days = (count: number): string => f.plural(count, { one: '# day', other: '# days' });
  const workingDays = (count: number): string =>
    f.plural(count, { one: '# working day', other: '# working days' });
  return {
    newTitle: 'A new step',
    edit: (title: string): string => `Change “${title}”`,
    save: 'Save',
    put: 'Add it',
    remove: 'Take it out',
    done: 'Done',
    earlier: 'Move up',
    later: 'Move down',
    saved: (title: string): string => `“${title}” is changed`,
    added: (title: string): string => `“${title}” is in the plan`,
    removed: (title: string): string => `“${title}” is out of the plan`,
    moved: (title: string): string => `“${title}” was moved`,
    unsaved: 'Changed, not saved yet',
    readOnly: 'You can look at it here, and change nothing.',
    more: 'More about it',

    name: 'What happens?',
    instructions: 'How, or what to know',
    who: 'Who does it',
    conductor: 'Whoever conducts',
    nobody: 'Nobody in particular',
    people: 'People',
    parts: 'Parts of this workflow',
    roles: 'Anybody of a group',
    did: 'Whoever does another step',
    didStep: (title: string): string => `Whoever does “${title}”`,
    somebody: 'Somebody who is not here any more',
    taken: (name: string): string => `${name} took it. Hand it over on the step itself.`,
    you: 'you',
    startsAfter: 'Starts after',
    startsAfterHint: 'Nothing ticked: it starts right away.',
    comesLater: (title: string): string => `${title} (comes after this)`,
    allSteps: (count: number): string => f.plural(count, { one: 'Show the other one', other: 'Show # more' }),
    unlocks: 'These wait for it',
    dueDay: 'Due on',
    dueTime: 'At',
    day: 'Day',
    due: 'Due',

    kind: 'What kind of step',
    kindName: (kind: SayableStepKind): string => {
      switch (kind) {
        case 'task':
          return 'Something to do';
        case 'decision':
          return 'A decision';
        case 'approval':
          return 'An approval';
        case 'wait':
          return 'Waiting for somebody outside';
        case 'contact':
          return 'Getting in touch';
        case 'milestone':
          return 'A milestone';
        case 'subflow':
          return 'Another workflow';
      }
    },
    kindHint: (kind: SayableStepKind): string => {
      switch (kind) {
        case 'task':
          return 'Somebody does it and says so.';
        case 'decision':
          return 'It ends in one of several ways, and that tells what comes next.';
        case 'approval':
          return 'People vote, each their own. Nothing is ever approved by time.';
        case 'wait':
          return 'For an answer or a delivery. It is nobody’s turn until then.';
        case 'contact':
          return 'A call, a text or a mail, with the words filled in.';
        case 'milestone':
          return 'Something that is reached, or the end.';
        case 'subflow':
          return 'All of its steps come here.';
      }
    },
    yes: 'Yes',
    no: 'No',
    approved: 'Approved',
    rejected: 'Sent back',

    whoTitle: 'Who',
    votersDo: 'Those who vote',
    backup: 'Who can stand in',
    noBackup: 'Nobody',
    notBy: 'Not for whoever did',
    notByHint: 'So that nobody checks their own work.',
    whoLine: (who: string, backup: string | null, notBy: readonly string[]): string =>
      [
        who,
        ...(backup === null ? [] : [`${backup} can stand in`]),
        ...(notBy.length === 0 ? [] : [`not whoever did ${quoted(notBy)}`]),
      ].join('; '),

    whenTitle: 'When',
    start: 'Not before',
    noDate: 'No date',
    onDate: 'On a date',
    countedFrom: 'Counted from',
    theStart: 'The start of the flow',
    stepsBefore: 'When a step is done',
    countDays: 'Days',
    countWorkingDays: 'Working days',
    before: 'Before',
    after: 'After',
    direction: 'Before or after',
    unit: 'Counted in',
    amount: 'How many',
    minutesOfWork: 'Only working time counts',
    timeOfDay: 'Time of day',
    estimate: 'How long it may take',
    noEstimate: 'Not said',
    minutes: 'Minutes',
    hours: 'Hours',
    dayUnit: 'Days',
    whenLine: (start: string | null, due: string | null, estimate: number | null): string =>
      [
        ...(start === null ? [] : [`not before ${start}`]),
        ...(due === null ? [] : [`due ${due}`]),
        ...(estimate === null ? [] : [`takes ${t.length(estimate)}`]),
      ].join('; '),
    noWhen: 'No dates',
    /** "3 days before “Arrival”, 18:00", "on 24 Nov" */
    when: (rule: SayableWhen): string => {
      if (rule.kind === 'date') return timed(`on ${f.dayOfMonth(noonOf(f, rule.date))}`, rule.time);
      const from = origin(rule.from);
      if (rule.minutes !== 0) {
        const far = length(Math.abs(rule.minutes), rule.working);
        return `${far} ${rule.minutes < 0 ? 'before' : 'after'} ${from}`;
      }
      const parts = [
        ...(rule.days === 0 ? [] : [days(Math.abs(rule.days))]),
        ...(rule.workingDays === 0 ? [] : [workingDays(Math.abs(rule.workingDays))]),
      ];
      if (parts.length === 0) return timed(`on the day of ${from}`, rule.time);
      const isBefore = (rule.days === 0 ? rule.workingDays : rule.days) < 0;
      return timed(`${parts.join(' and ')} ${isBefore ? 'before' : 'after'} ${from}`, rule.time);
    },

    firstTitle: 'What it needs first',
    joinLegend: 'It starts when',
    joinAll: 'all of them are done',
    joinAny: 'any one of them is done',
    joinCount: 'some of them are done',
    joinAlways: 'all are over, however they ended',
    joinNeeded: 'How many',
    cancelRest: 'Then the others are not needed any more',
    edge: (title: string): string => `After “${title}”`,
    anyOutcome: 'However it ended',
    onlyOutcomes: 'Only if it ended with',
    strength: 'How strictly',
    hard: 'It waits; somebody can do both at once',
    enforced: 'It waits, and nobody can skip past it',
    soft: 'Only a warning, it does not wait',
    lag: 'Wait this long in between',
    noLag: 'No wait',
    firstLine: (
      titles: readonly string[],
      join: 'all' | 'any' | 'count' | 'always',
      count: number,
    ): string => {
      if (titles.length === 0) return 'Starts right away';
      if (titles.length === 1 && join !== 'always') return `After ${quoted(titles)}`;
      switch (join) {
        case 'all':
          return `After ${quoted(titles)}`;
        case 'any':
          return `After any one of ${quoted(titles)}`;
        case 'count':
          return `After ${f.number(count)} of ${quoted(titles)}`;
        case 'always':
          return `Once ${quoted(titles)} ${titles.length === 1 ? 'is' : 'are'} over, in any case`;
      }
    },

    endsTitle: 'How it can end',
    endsLine: (names: readonly string[]): string =>
      names.length === 0 ? 'It is done, and that is all' : f.list(names),
    endsHint: 'With several ways to end, whoever does it chooses one, and what follows can depend on it.',
    outcome: (number: number): string => `Way ${f.number(number)}`,
    outcomeName: 'What it is called',
    addOutcome: 'Add a way to end',
    dropOutcome: (name: string): string => `Leave out ${name === '' ? 'this way' : `“${name}”`}`,
    newOutcome: 'Another answer',
    thenLegend: 'Then',
    thenOn: 'what comes after it starts',
    thenEnds: 'nothing more follows from it',
    thenEndsRun: 'the whole flow is over',
    thenRedo: (section: string): string => `“${section}” is done once more`,
    atMost: 'At most how often',
    endsRun: 'Reaching it ends the flow',
    endsFlow: 'Ends the flow',

    votesTitle: 'Who decides',
    voter: (number: number): string => `Vote ${f.number(number)}`,
    addVoter: 'Add a vote',
    dropVoter: (number: number): string => `Leave out vote ${f.number(number)}`,
    needed: 'How many have to approve',
    veto: 'One “no” ends it',
    noVotes: 'Nobody votes yet',
    votesLine: (needed: number, names: readonly string[], veto: boolean): string =>
      `${f.number(needed)} of ${f.list(names)}${veto ? '; one “no” ends it' : ''}`,

    factsTitle: 'What it asks for and needs to know',
    noFacts: 'Nothing',
    asks: 'Asks for',
    reads: 'Needs to know',
    readsHint: 'When one of them changes later, whoever did it is asked to look again.',
    tolerance: (name: string): string => `“${name}” may move by`,
    toleranceDays: 'days without asking again',
    toleranceMinutes: 'minutes without asking again',
    toleranceNumber: 'without asking again',
    optional: (name: string): string => `It can begin without “${name}”`,
    onlyIf: 'Only if',
    always: 'Always',
    comparison: 'How it has to be',
    test: (is: SayableTest): string => {
      switch (is) {
        case 'set':
          return 'is known';
        case 'notSet':
          return 'is not known';
        case 'equal':
          return 'is';
        case 'notEqual':
          return 'is not';
        case 'above':
          return 'is more or later than';
        case 'atLeast':
          return 'is at least, or on';
        case 'below':
          return 'is less or earlier than';
        case 'atMost':
          return 'is at most, or on';
      }
    },
    value: 'What it is compared with',
    factsLine: (asks: readonly string[], reads: readonly string[], onlyIf: string | null): string =>
      [
        ...(asks.length === 0 ? [] : [`asks for ${f.list(asks)}`]),
        ...(reads.length === 0 ? [] : [`needs ${f.list(reads)}`]),
        ...(onlyIf === null ? [] : [`only if ${onlyIf}`]),
      ].join('; '),

    checklistTitle: 'Checklist',
    checklistLine: (count: number): string =>
      count === 0 ? 'None' : f.plural(count, { one: '# line', other: '# lines' }),
    line: (number: number): string => `Line ${f.number(number)}`,
    addLine: 'Add a line',
    dropLine: (number: number): string => `Leave out line ${f.number(number)}`,

    contactTitle: 'Getting in touch',
    noContact: 'Nobody',
    how: 'How',
    way: (how: Way): string => {
      switch (how) {
        case 'call':
          return 'Call';
        case 'text':
          return 'Text message';
        case 'mail':
          return 'Mail';
        case 'share':
          return 'Share';
      }
    },
    noWay: 'Not at all',
    whom: 'Whom',
    chosenThen: 'Whoever is chosen then',
    here: 'Somebody here',
    outside: 'Somebody outside',
    insertFact: (name: string): string => `Put “${name}” into the text`,
    outsideName: 'What they are called',
    theItem: 'Whoever the list is about',
    subject: 'Subject',
    text: 'What it says',
    textHint: 'Tap a fact to put it into the text; it is filled in when it is sent.',
    contactLine: (how: Way, name: string | null): string => {
      const verbs = { call: 'Call', text: 'Text', mail: 'Mail', share: 'Share it' };
      return name === null || how === 'share' ? verbs[how] : `${verbs[how]} ${name}`;
    },

    stallsTitle: 'If it stalls…',
    stallsUsual: 'As usual for a step like this',
    asUsual: 'As usual',
    stallsCount: (count: number): string =>
      count === 0 ? 'Nobody is told' : f.plural(count, { one: '# thing happens', other: '# things happen' }),

    againTitle: 'Try again',
    againNo: 'Not by itself',
    againHint: 'When somebody gets stuck with it, it is to be tried again after a while, each time later.',
    again: 'If it does not work, try again',
    attempts: 'How often at most',
    firstDelay: 'First after',
    maxDelay: 'At the latest after',
    againLine: (attempts: number, delay: number): string =>
      `Up to ${f.plural(attempts, { one: '# time', other: '# times' })}, first after ${t.length(delay)}`,

    undoTitle: 'If it has to be undone',
    undoNone: 'Nothing to undo',
    undoHint: 'When the flow is called off, this is proposed. It never happens by itself.',
    undo: 'What takes it back',
    undoWho: 'Who does that',
    undoDoer: 'Whoever did the step',
    undoUntil: 'Possible until',
    irreversible: 'It cannot be done twice',
    irreversibleHint: 'Money is spent or a message is out. It is put right instead.',
    undoLine: (title: string | null, isFinal: boolean): string =>
      [...(title === null ? [] : [title]), ...(isFinal ? ['cannot be done twice'] : [])].join('; '),

    limitsTitle: 'Only sometimes',
    limitsNone: 'No',
    standsInFor: 'Stands in for',
    standsInHint: 'It is nobody’s turn until somebody calls upon it instead of that step.',
    noOther: 'No other step',
    until: 'Can be done only until',
    untilNone: 'As long as the flow goes on',
    limitsLine: (standsIn: string | null, until: string | null): string =>
      [
        ...(standsIn === null ? [] : [`Stands in for “${standsIn}”`]),
        ...(until === null ? [] : [`only until “${until}” is done`]),
      ].join('; '),

    listTitle: 'Part of',
    listNone: 'Nothing else',
    listHint: 'What belongs together is done again together, once for each of a list, or one at a time.',
    listLine: (names: readonly string[]): string => f.list(names),
    listLeft: (title: string, section: string): string => `“${title}” belongs to “${section}” no more`,
    listSaved: (title: string, section: string): string => `“${title}” belongs to “${section}”`,

    flowTitle: 'Which workflow',
    flowNone: 'None chosen yet',
    workflow: 'Workflow',
    given: 'What it is handed',
    handedBack: 'What it hands back',
    ownFact: 'Asks by itself',
    keepsFact: 'Keeps it to itself',
    takesParts: 'Who takes its parts',
    ownPart: 'Asked when it starts',
    perItem: 'Done once for each of several',
    oneOf: 'one',
    perItemName: 'What one of them is called',
    itemsKnown: 'Who or what they are',
    itemsDesign: 'named here',
    itemsStart: 'asked when it starts',
    itemsGrowing: 'added while it runs',
    itemNames: 'Names, with commas between them',
    waitAll: 'It goes on when all are done',
    waitNone: 'It goes on without waiting for them',
    waitCount: 'It goes on when some are done',
    waitNeeded: 'How many',
  };
}
export type StepEditorWords = ReturnType<typeof stepEditorWords>;
