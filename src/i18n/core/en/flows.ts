/** Flows: what runs, what can be started, what is over. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export function flowsWords(f: Formats, t: TimeWords) {
  return {
    title: 'Flows',
    active: 'Active',
    workflows: 'Workflows',
    allWorkflows: 'All workflows',
    moreWorkflows: (count: number): string => `${f.number(count)} more`,
    finished: 'Finished',
    behind: (count: number): string =>
      f.plural(count, { one: 'Change one flow under way…', other: 'Change # flows under way…' }),
    views: 'Which flows',
    tab: (name: string, count: number): string => (count === 0 ? name : `${name} ${f.number(count)}`),
    progress: (done: number, total: number): string => `${f.number(done)} of ${f.number(total)} done`,
    lastDue: (at: number, now: number): string => `Last due ${t.dayWord(at, now)}`,
    late: (count: number): string => f.plural(count, { one: '# late', other: '# late' }),
    onTime: 'On time',
    you: 'you',
    ended: (at: number, now: number, by: string | null): string =>
      `Finished ${t.dayWord(at, now)}${by === null ? '' : `, by ${by}`}`,
    cancelledAt: (at: number, now: number, by: string | null): string =>
      `Cancelled ${t.dayWord(at, now)}${by === null ? '' : `, by ${by}`}`,
    paused: 'Paused: nobody is asked for anything',
    loading: 'On its way to this device',
    nobodysTurn: 'Nothing can start yet',
    steps: (count: number): string => f.plural(count, { one: '# step', other: '# steps' }),
    changed: 'changes not in use yet',
    startAnother: 'Start another',
    startFirst: 'Start with one of these',
    ready: 'Ready made',
    yours: 'Yours',
    typeYourOwn: 'Type your own',
    typeYourOwnHint: 'One step a line',
    emptyActive: 'No flow is running',
    emptyActiveHint: 'Pick one below, or type your own steps.',
    emptyFinished: 'Nothing has finished yet',
    emptyFinishedHint: 'What you carry to the end rests here.',
    emptyWorkflows: 'No workflows yet',
    emptyWorkflowsHint: 'Type a flow once; it stays here to start again.',
  };
}
