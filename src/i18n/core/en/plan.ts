/** Changing the plan of a flow that is under way. Loaded with the sheet. */
import type { Formats } from '../formats.ts';

/** A change that had to give way to another one. */
export type SayableFlag =
  | { readonly kind: 'keptStep'; readonly title: string }
  | { readonly kind: 'cycle'; readonly title: string; readonly from: string };

export interface SayableChanger {
  readonly name: string;
  readonly isMe: boolean;
}

type SayableField =
  | 'title'
  | 'join'
  | 'outcomes'
  | 'assignee'
  | 'backup'
  | 'approval'
  | 'notBy'
  | 'estimate'
  | 'start'
  | 'due'
  | 'instructions'
  | 'checklist'
  | 'reads'
  | 'writes'
  | 'onlyIf'
  | 'contact'
  | 'irreversible'
  | 'ifStalls'
  | 'retry'
  | 'undo'
  | 'endsRun';

export type SayableDifference =
  | { readonly kind: 'addStep' | 'removeStep' | 'restoreStep' | 'moveStep'; readonly title: string }
  | { readonly kind: 'addFlow'; readonly names: readonly string[] }
  | { readonly kind: 'setStep'; readonly title: string; readonly fields: readonly SayableField[] }
  | { readonly kind: 'addEdge' | 'removeEdge'; readonly title: string; readonly from: string };

const fieldNames: Readonly<Record<SayableField, string>> = {
  title: 'another name',
  join: 'another way to wait',
  outcomes: 'other ways to end',
  assignee: 'somebody else does it',
  backup: 'another stand-in',
  approval: 'who votes',
  notBy: 'who must not do it',
  estimate: 'another length',
  start: 'another start',
  due: 'another due date',
  instructions: 'other notes',
  checklist: 'another checklist',
  reads: 'other facts',
  writes: 'other facts',
  onlyIf: 'another condition',
  contact: 'whom to get in touch with, or other words for it',
  irreversible: 'whether it can be done again',
  ifStalls: 'what happens if it stalls',
  retry: 'when it is tried again',
  undo: 'another way to undo it',
  endsRun: 'whether it ends the flow',
};

export function planWords(f: Formats) {
  return {
    title: 'Change the plan',
    hint: 'What is done stays done. Everybody in this flow sees the change.',
    over: 'This flow is over',
    overHint: 'Its plan is history now. Start the workflow again to change it.',
    after: (titles: readonly string[]): string =>
      titles.length === 0 ? 'Starts right away' : `After ${f.list(titles)}`,
    standsInFor: (title: string): string => `Stands in for ${title}, if somebody calls upon it`,
    locked: (state: string): string => `${state}. Open it again to change it.`,
    add: 'Add a step',
    addFlow: 'Add another flow',
    addFlowHint: 'All of its steps come here, with what they need to know.',
    whichFlow: 'Which one',
    noFlow: 'Choose a workflow',
    flowName: 'What it is called here',
    startsAfter: 'Starts after',
    rightAway: 'Nothing: right away',
    unlocks: 'These wait for it',
    given: 'What it is handed',
    ownFact: 'Nothing: it asks by itself',
    takesParts: 'Who takes its parts',
    put: 'Add it',
    added: (title: string): string => `“${title}” is in the plan`,
    keep: 'Keep this plan for next time',
    keepHint:
      'The workflow starts like this from now on. Other flows of it that are under way may take it over.',
    kept: 'The next one starts like this',
    newer: (count: number): string =>
      f.plural(count, {
        one: 'The workflow has changed since: one difference',
        other: 'The workflow has changed since: # differences',
      }),
    newerHint: 'What is done, and what was changed in this flow, stays as it is.',
    take: 'Take it over',
    takeIn: (flow: string): string => `Take it over in ${flow}`,
    offersTitle: 'Flows under way',
    offersHint: 'Each keeps its plan until you take the change over there. What is done stays done.',
    noOffers: 'Nothing to take over',
    noOffersHint: 'Every flow of this workflow that is under way goes by the latest plan, as far as it can.',
    differences: (count: number): string =>
      f.plural(count, { one: 'One difference', other: '# differences' }),
    behind: (count: number): string =>
      f.plural(count, { one: 'See the flow under way', other: 'See the # flows under way' }),
    flag: (flag: SayableFlag): string =>
      flag.kind === 'keptStep'
        ? `“${flag.title}” was taken out while somebody else changed it. It stays.`
        : `“${flag.title}” was to wait for “${flag.from}”, and the other way round. Only what came first holds.`,
    /** "Sam and you both changed when “Bake” is due" */
    bothDue: (title: string, people: readonly (SayableChanger | null)[]): string => {
      const [you, others] = [people.some((who) => who?.isMe), people.filter((who) => who?.isMe !== true)];
      const names = [...others.flatMap((who) => who?.name ?? []), ...(you ? ['you'] : [])];
      const differ = new Set(names).size === people.length;
      return people.length === 2 && differ
        ? `${f.list(names)} both changed when “${title}” is due`
        : `${f.plural(people.length, { other: '# dates met' })}: when “${title}” is due`;
    },
    bothDueHint:
      'Neither knew of the other. Until one is kept, the latest counts. The other stays in the log.',
    notDue: 'No due date',
    dueUnknown: 'Once more is known',
    dueKept: (title: string): string => `${title}: this date is kept`,
    flagHint: 'Look at the plan, and change it again if you still want to.',
    look: 'Look at the plan',
    ok: 'All right',
    takenOver: (count: number): string =>
      f.plural(count, { one: 'One change was taken over', other: '# changes were taken over' }),
    difference: (line: SayableDifference): string => {
      switch (line.kind) {
        case 'addStep':
        case 'restoreStep':
          return `“${line.title}” comes in`;
        case 'addFlow':
          return `${f.list(line.names.map((name) => `“${name}”`))} ${line.names.length === 1 ? 'comes' : 'come'} along`;
        case 'removeStep':
          return `“${line.title}” goes`;
        case 'moveStep':
          return `“${line.title}” stands elsewhere`;
        case 'addEdge':
          return `“${line.title}” waits for “${line.from}”`;
        case 'removeEdge':
          return `“${line.title}” waits no more for “${line.from}”`;
        case 'setStep':
          return `“${line.title}”: ${f.list([...new Set(line.fields.map((field) => fieldNames[field]))])}`;
      }
    },
    stays: (titles: readonly string[]): string =>
      `${f.list(titles.map((title) => `“${title}”`))} ${titles.length === 1 ? 'is' : 'are'} over here and ${titles.length === 1 ? 'stays' : 'stay'} as ${titles.length === 1 ? 'it is' : 'they are'}.`,
  };
}
