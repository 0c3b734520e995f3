/** Flow: its header and the Steps rail. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export function flowWords(f: Formats, t: TimeWords) {
  return {
    steps: 'Steps',
    progress: (done: number, total: number): string => `${f.number(done)} of ${f.number(total)} done`,
    lastDue: (at: number, now: number): string => `Last step due ${t.dayWord(at, now)}`,
    noDue: 'No dates yet',
    finished: 'Finished',
    cancelled: 'Cancelled',
    finishedHint: 'Every step is done or skipped.',
    cancelledHint: 'It stopped here. What was done stays in the log.',
    late: (count: number): string => f.plural(count, { one: '# late', other: '# late' }),
    onTime: 'On time',
    conductor: (name: string): string => `${name} conducts`,
    youConduct: 'you conduct',
    doneNamed: (title: string): string => `Done: ${title}`,
    after: (titles: readonly string[]): string => `After ${f.list(titles)}`,
    about: (minutes: number): string => `about ${t.length(minutes)}`,
    round: (iteration: number): string => `round ${f.number(iteration)}`,
    conflict: 'Two answers; choose one',
    missingTitle: 'This flow is not here',
    missingHint: 'It may belong to another household, or the link is cut short.',
    loadingTitle: 'On its way to this device',
    loadingHint: 'It shows as soon as it has arrived. Nothing is lost.',
    allFlows: 'All flows',
    newer: (count: number): string =>
      f.plural(count, {
        one: 'One entry here was made by a newer version of Baton.',
        other: '# entries here were made by a newer version of Baton.',
      }),
    newerHint: 'Update Baton on this device to see it. It is kept and passed on.',
    damaged: (count: number): string =>
      f.plural(count, { one: 'One entry here cannot be read.', other: '# entries here cannot be read.' }),
    damagedHint: 'It is kept as it is, and everything else works.',
    menu: 'Change this flow',
    handConductor: 'Hand the flow over…',
    handConductorTitle: 'Who conducts from now on?',
    handConductorHint: 'The conductor is told when something is late or stuck.',
    conducts: (isMe: boolean): string => (isMe ? 'conduct now' : 'conducts now'),
    handConductorTo: (name: string): string => `Let ${name} conduct`,
    handedConductor: (name: string): string => `${name} conducts now`,
    cancelFlow: 'Cancel this flow…',
    cancelTitle: (title: string): string => `Cancel ${title}?`,
    cancelHint: 'Nobody holds a baton in it any more. What was done stays in the log.',
    cancelReason: 'Why? (if you like)',
    cancelConfirm: 'Cancel the flow',
    keepGoing: 'Keep it going',
    cancelledToast: (title: string): string => `${title} is cancelled`,
  };
}
