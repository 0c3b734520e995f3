/** People: who holds how much, and inviting them. */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';
import type { TimeWords } from './times.ts';

export interface SayableLoad {
  readonly isMe: boolean;
  readonly holding: number;
  readonly late: number;
  readonly stuck: number;
  readonly comingUp: number;
}

export type SayableInviteState = 'open' | 'used' | 'expired' | 'takenBack';

export function peopleWords(f: Formats, t: TimeWords) {
  const some = (count: number, of: number, word: string): string =>
    count === 0
      ? ''
      : `, ${of === 1 && count === 1 ? '' : `${count === 1 ? 'one' : f.number(count)} `}${word}`;
  return {
    title: 'People',
    you: 'You',
    youNamed: (name: string): string => `${name}, you`,
    summary: (people: number, joined: number): string => {
      if (people === 1) return 'Only you';
      const everybody = f.plural(people, { one: '1 person', other: '# people' });
      return `${everybody}, ${joined === people ? 'all joined' : `${f.number(joined)} joined`}`;
    },
    /** "2 batons", "has 2, one late", "nothing now" */
    load: (load: SayableLoad): string => {
      const { holding, late, stuck } = load;
      const held =
        holding === 0
          ? 'nothing now'
          : load.isMe
            ? f.plural(holding, { one: '1 baton', other: '# batons' })
            : `has ${f.number(holding)}`;
      return `${held}${some(stuck, holding, 'stuck')}${some(late, holding, 'late')}`;
    },
    comingUp: (count: number): string =>
      count === 0
        ? 'Nothing is planned after that.'
        : f.plural(count, { one: 'One step comes up after that.', other: '# steps come up after that.' }),
    noPhone: 'no phone yet',
    outside: 'not in the household',
    hasJoined: 'Has joined with a device.',
    thisDevice: 'This device acts for you.',
    actForThem: (name: string): string =>
      `${name} has not joined. Until then, anybody here can do ${name}’s steps for them.`,
    open: (name: string): string => `${name}: name and invite`,

    aloneTitle: 'Just you so far',
    aloneHint:
      'Baton shines when something passes from one to another. Add whoever has a part in it. They need no account, and not even a phone: you can act for them.',

    add: 'Add a person',
    addHint: 'They can be given steps at once. Inviting them can wait.',
    name: 'Name',
    added: (name: string): string => `${name} is one of you now`,
    save: 'Save the name',
    renamed: (name: string): string => `The name is ${name} now`,

    cardTitle: 'Invite by code or link',
    cardHint: 'They open it on their phone and are in. No account, and it works once.',
    cardAllIn: 'Everybody here has joined. Add somebody to invite them.',
    invite: (name: string): string => `Invite ${name}`,
    inviteDevice: 'Add a device',

    inviteTitle: (name: string): string => `Invite ${name}`,
    inviteMyTitle: 'Add a device of yours',
    making: 'Making the link…',
    givesMe: 'The other device can see and change everything, as you.',
    expires: (at: number, now: number): string => `It works once, until ${t.moment(at, true, now)}.`,
    onlyFor: (name: string): string => `Send it to ${name} alone: whoever opens it first is ${name} here.`,
    onlyForMe: 'Keep it to yourself: whoever opens it first is you here.',
    link: 'The link, shown only now',
    copy: 'Copy',
    copied: 'Copied. Paste it into a message.',
    selected: 'The link is selected. Copy it from there.',
    share: 'Share',
    shareFailed: 'Sharing did not work. Copy the link.',
    shareText: (name: string): string => `${name}, this is your way into our household on Baton.`,
    yourName: 'Your name, so that they know who asks',
    takeBack: 'Take back',
    takeBackFor: (name: string): string => `Take back the invite for ${name}`,
    takenBack: 'Taken back. The link no longer works.',
    tryAgain: 'Try again',
    offlineToInvite: {
      what: 'Making an invite needs the relay once, and it cannot be reached.',
      wayOut: 'Try again when you are online. Nothing was sent.',
    } satisfies FailureWords,
    offlineToTakeBack: {
      what: 'Taking an invite back needs the relay once, and it cannot be reached.',
      wayOut: 'Until then the link still works. Try again when you are online.',
    } satisfies FailureWords,
    usedBeforeTakeBack: {
      what: 'Too late: somebody has already joined with it.',
      wayOut: 'If that was not the one it was for, ask who it was.',
    } satisfies FailureWords,
    madeElsewhere: {
      what: 'This device does not hold the key of that invite.',
      wayOut: 'Take it back on the device that made it, or let it expire.',
    } satisfies FailureWords,

    invites: 'Invites',
    inviteFor: (name: string | null): string => (name === null ? 'For somebody' : `For ${name}`),
    inviteState: (state: SayableInviteState, expiresAt: number, now: number): string => {
      switch (state) {
        case 'open':
          return `Open until ${t.dayWord(expiresAt, now)}`;
        case 'used':
          return 'Used';
        case 'expired':
          return `Expired ${t.dayWord(expiresAt, now)}`;
        case 'takenBack':
          return 'Taken back';
      }
    },
  };
}
