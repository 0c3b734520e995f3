/** Guests of a flow, for those who run it. Loaded with the flow's screen. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export type SayableTried =
  | 'close'
  | 'talk'
  | 'handOver'
  | 'skip'
  | 'cancel'
  | 'reopen'
  | 'changeFact'
  | 'changePlan'
  | 'changeFlow'
  | 'settle'
  | 'other';

export function guestWords(f: Formats, t: TimeWords) {
  const at = (step: string | null, verb: string): string =>
    step === null ? `${verb} a step` : `${verb} “${step}”`;
  return {
    invite: 'Invite a guest…',
    inviteTitle: 'A guest for this flow',
    inviteHint: 'They do their own steps here, answer, and leave notes. They see this flow and nothing else.',
    choose: 'Who?',
    newName: 'Somebody new',
    newNameHint: 'Their name, as it stands on their steps',
    go: 'Make the link',
    guests: 'Guests',
    here: 'A guest; does their steps from a link of their own.',
    invited: 'A guest; the link has not been used yet.',
    end: 'End the link',
    endFor: (name: string): string => `End the link of ${name}`,
    endTitle: (name: string): string => `End the link of ${name}?`,
    endHint: (name: string): string =>
      `${name} sees nothing new of this flow from then on, and what they do no longer counts. What they did stays.`,
    endOthers: (names: readonly string[]): string =>
      `The ${names.length === 1 ? 'link' : 'links'} of ${f.list(names)} ${names.length === 1 ? 'ends' : 'end'} with it, because guests of a flow share its key. Invite them again afterwards.`,
    ended: (name: string): string => `${name} is no guest any more`,
    keep: 'Keep it',

    setAside: (count: number): string =>
      f.plural(count, { one: 'Something was set aside', other: '# things were set aside' }),
    setAsideHint:
      'It came from a guest’s link, and it is not for guests to do. Nothing in the flow was changed.',
    setAsideWay: 'If you did not expect it, ask them, or end the link.',
    leaveAside: (count: number): string =>
      f.plural(count, { one: 'Leave it aside', other: 'Leave them aside' }),
    line: (name: string, tried: SayableTried, step: string | null): string => {
      switch (tried) {
        case 'close':
          return `${name} tried to work on ${step === null ? 'a step' : `“${step}”`}`;
        case 'talk':
          return `${name} tried to write at ${step === null ? 'a step' : `“${step}”`}`;
        case 'handOver':
          return `${name} tried to ${at(step, 'hand over')}`;
        case 'skip':
          return `${name} tried to ${at(step, 'skip')}`;
        case 'cancel':
          return `${name} tried to ${at(step, 'drop')}`;
        case 'reopen':
          return `${name} tried to ${at(step, 'open again')}`;
        case 'changeFact':
          return `${name} tried to change a detail`;
        case 'changePlan':
          return `${name} tried to change the plan`;
        case 'changeFlow':
          return `${name} tried to change the whole flow`;
        case 'settle':
          return `${name} tried to choose between two answers`;
        case 'other':
          return `${name} wrote something that this version cannot read`;
      }
    },
    asSomebody: (name: string): string => `in the name of ${name}`,
    when: (instant: number, now: number): string => t.moment(instant, true, now),
  };
}
