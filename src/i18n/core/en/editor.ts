/** Writing a workflow of one's own. Loaded with its screen. */
import type { Formats } from '../formats.ts';
import type { FactKindName } from './fact-input.ts';
import type { TimeWords } from './times.ts';

export type SayableWho =
  | { readonly kind: 'person'; readonly name: string; readonly isMe: boolean }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'conductor' }
  | { readonly kind: 'voters'; readonly names: readonly string[] };

const factKinds: Readonly<Record<FactKindName, string>> = {
  text: 'Words',
  number: 'A number',
  money: 'An amount of money',
  date: 'A day',
  instant: 'A day and time',
  duration: 'A length of time',
  place: 'A place',
  person: 'A person',
  choice: 'One of several',
  link: 'A link',
  file: 'A file',
};

export type EditorWords = ReturnType<typeof editorWords>;

export function editorWords(f: Formats, t: TimeWords) {
  const who = (each: SayableWho): string => {
    switch (each.kind) {
      case 'person':
        return each.isMe ? 'You' : each.name;
      case 'named':
        return each.name;
      case 'conductor':
        return 'Whoever conducts';
      case 'voters':
        return each.names.length === 0 ? 'Those who vote' : f.list(each.names);
    }
  };
  const versionName = (number: number): string => `Version ${f.number(number)}`;
  return {
    untitled: 'A workflow',
    missing: 'This workflow is not here',
    missingHint: 'Somebody deleted it, or it is on its way to this device.',
    allWorkflows: 'All flows',
    readOnly: 'You may look here and not change anything.',
    undo: 'Undo',
    redo: 'Do it again',
    more: 'More',
    steps: 'Steps',
    who,
    you: 'You',
    nobody: 'Nobody in particular',
    handOff: (from: readonly SayableWho[], to: SayableWho): string => `${f.list(from.map(who))} → ${who(to)}`,
    after: (titles: readonly string[]): string =>
      titles.length === 0 ? 'at the start' : `after ${f.list(titles)}`,
    inCaseOf: (title: string): string => `stands in for ${title}`,
    inList: (name: string): string => `for each of ${name}`,
    wrong: 'Something is not right yet',
    move: (title: string): string => `Move ${title}. Arrow up and arrow down move it.`,
    movedTo: (title: string, place: number, of: number): string =>
      `“${title}” is ${f.number(place)} of ${f.number(of)} now`,
    add: 'Add a step',
    emptyTitle: 'What happens first?',
    emptyHint: 'Write down one step. Then who does it, and what comes next.',
    paste: 'Type it all at once',
    // Where it stands
    standing: (source: 'template' | 'saved' | 'new', number: number | null, isDraft: boolean): string => {
      if (source === 'new') return 'Not in use yet. Nothing starts from it before you say so.';
      const now = number === null ? 'Ready made' : `${versionName(number)} is in use`;
      return isDraft ? `${now}. What you changed is not in use yet.` : `${now}.`;
    },
    runs: (count: number): string =>
      count === 0
        ? ''
        : f.plural(count, {
            one: 'One flow under way keeps its plan.',
            other: '# flows under way keep their plans.',
          }),
    here: (names: readonly string[]): string =>
      `${f.list(names)} ${names.length === 1 ? 'is' : 'are'} changing it, too`,
    dropped: (from: string, to: string): string =>
      `“${to}” was to wait for “${from}”, and the other way round.`,
    droppedHint: 'Two of you changed it at once. Only what came first holds.',
    use: 'Use it from now on',
    used: (title: string): string => `“${title}” starts like this from now on`,
    usedRuns: 'Flows under way can take it over, each by itself.',
    start: 'Start it now',
    discard: 'Discard the changes',
    discarded: 'The changes are gone',
    // The guide
    guide: 'What is worth a thought',
    goesOn: (title: string): string => `What happens after “${title}”?`,
    goesOnHint: 'A workflow is worth it from the second step on: somebody hands over to somebody.',
    nobodyDoes: (title: string): string => `Who does “${title}”?`,
    nobodyDoesHint: 'Somebody known, a part that a start fills, or whoever conducts.',
    choose: 'Choose',
    conductorDoes: 'Whoever conducts',
    stalls: (title: string, to: SayableWho): string => `${who(to)} waits for “${title}”. What if it stalls?`,
    stallsHint: 'Say when it is due, or who hears of it when nothing happens.',
    sayForIt: 'Say it for this step',
    sayForAll: 'Say it for all steps',
    allOne: (whose: SayableWho): string =>
      `${who(whose)} ${whose.kind === 'person' && whose.isMe ? 'do' : 'does'} it all`,
    allOneHint: 'Hand a step to somebody else, if you like. Whoever starts it conducts it.',
    ready: (count: number): string =>
      f.plural(count, { one: 'It changes hands once', other: 'It changes hands # times' }),
    readyHint: 'Whoever starts it conducts it, and hears of whatever stalls.',
    putRight: 'Put it right',
    moreProblems: (count: number): string =>
      f.plural(count, { one: 'And one more thing', other: 'And # more things' }),
    // The menu and its pages
    facts: 'What it needs to know',
    parts: 'Who takes part',
    lists: 'Lists and groups',
    follows: 'What follows',
    ifStalls: 'If a step stalls',
    versions: 'Versions',
    asText: 'As text',
    rename: 'Rename',
    name: 'Name',
    save: 'Save',
    take: 'Take it out',
    new: 'Add one',
    taken: (name: string): string => `“${name}” is out`,
    saved: (name: string): string => `“${name}” is saved`,
    factsHint: 'Said once, known to every step: a day, a place, a price. Dates can count from it.',
    noFacts: 'Nothing yet',
    factKind: 'What it is',
    factKinds,
    atStart: 'Asked when it starts',
    anchor: 'The day that others count from',
    critical: 'A lot hangs on it: whoever conducts hears of every change',
    options: 'To choose from, one a line',
    factUse: (kind: FactKindName, writers: readonly string[], readers: readonly string[]): string =>
      [
        factKinds[kind],
        writers.length === 0 ? '' : `said by ${f.list(writers)}`,
        readers.length === 0 ? '' : `used by ${f.list(readers)}`,
      ]
        .filter((each) => each !== '')
        .join(' · '),
    partsHint:
      'A place to be filled when it starts: the traveller, the parent. Known people can be chosen as they are.',
    noParts: 'Nobody has to be named at the start',
    stepCount: (count: number): string =>
      count === 0 ? 'no step yet' : f.plural(count, { one: '# step', other: '# steps' }),
    listsHint:
      'Steps that belong together: done for each child, one at a time, or again when somebody says no.',
    noLists: 'No lists yet',
    listName: 'What they are together',
    listSteps: 'Its steps',
    together: 'At the same time',
    sideBySide: 'Side by side, as they come',
    oneAtATime: 'One at a time',
    firstBegun: 'The first one begun is the choice, the others are let go',
    apartFrom: (name: string): string => `Not while “${name}” is under way`,
    listLine: (perItem: string | null, steps: number, together: string | null): string =>
      [
        f.plural(steps, { one: '# step', other: '# steps' }),
        perItem === null ? '' : `for each ${perItem}`,
        together ?? '',
      ]
        .filter((each) => each !== '')
        .join(' · '),
    followsHint: 'Another workflow that starts by itself.',
    noFollows: 'Nothing starts afterwards',
    whichFollows: 'Which one starts',
    gone: 'A workflow that is not there any more',
    stallsHintAll: 'For every step that says nothing itself.',
    stallsUsual: 'As usual',
    stallsUsualHint: 'What is due: whoever has it is reminded, a day later whoever conducts hears of it.',
    stallsSoon: 'Do not wait for long',
    stallsSoonHint:
      'After a day whoever has it is reminded, after two whoever conducts hears, after three the backup.',
    stallsPatient: 'Take it easy',
    stallsPatientHint: 'A reminder after three days, whoever conducts hears after a week.',
    stallsNobody: 'Nobody is told',
    stallsOwn: 'Line by line',
    stallsOwnHint: 'You say when, and what happens then.',
    stallsSaved: 'It holds for all steps that say nothing themselves',
    versionName,
    versionLine: (at: number | null, by: string | null, now: number): string =>
      [at === null ? '' : t.dayWord(at, now), by ?? ''].filter((each) => each !== '').join(' · '),
    inUse: 'in use',
    noVersions: 'It was never in use. Its first version comes when you use it.',
    bringBack: 'Bring it back',
    bringBackNamed: (number: number): string => `Bring back version ${f.number(number)}`,
    broughtBack: (number: number): string =>
      `It is as version ${f.number(number)} was. Use it when you like it.`,
    differences: 'What is another than in use',
    // Flows
    change: 'Change…',
    makeYours: 'Make it yours…',
    duplicate: 'Duplicate…',
    duplicateTitle: 'A copy of it',
    duplicateAction: 'Make a copy',
    copyOf: (title: string): string => `${title} (copy)`,
    duplicated: (title: string): string => `“${title}” is yours`,
    remove: 'Delete…',
    removeTitle: (title: string): string => `Delete “${title}”?`,
    removeHint: 'Flows under way keep their plan, and those that are over stay.',
    removeShipped: 'It is as it was ready made, then.',
    removeNaming: (titles: readonly string[]): string =>
      `${f.list(titles.map((title) => `“${title}”`))} ${titles.length === 1 ? 'starts' : 'start'} it, and will not find it any more.`,
    removeAction: 'Delete it',
    removed: (title: string): string => `“${title}” is deleted`,
    newWorkflow: 'New workflow',
    newHint: 'Step by step, to be used again',
    newAction: 'Begin',
    newLabel: 'What is it called?',
    beingWritten: 'Not in use yet',
  };
}
