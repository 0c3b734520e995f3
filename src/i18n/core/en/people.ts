/** People: who holds how much, names, and invites. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export interface SayableLoad {
  readonly isMe: boolean;
  readonly holding: number;
  readonly late: number;
  readonly stuck: number;
  readonly comingUp: number;
}

/** A household has a name only once somebody gives it one. */
const named = (space: string): string => (space === '' ? 'your household' : space);

export function peopleWords(f: Formats, t: TimeWords) {
  const batons = (count: number): string => f.plural(count, { one: '# baton', other: '# batons' });
  return {
    title: 'People',
    you: (name: string): string => `${name} (you)`,
    load: (load: SayableLoad): string => {
      if (load.holding === 0)
        return load.comingUp === 0 ? 'is free' : `has ${f.number(load.comingUp)} coming up`;
      const base = load.isMe ? batons(load.holding) : `has ${f.number(load.holding)}`;
      const trouble: string[] = [];
      if (load.stuck > 0) trouble.push(load.holding === 1 ? 'stuck' : `${f.number(load.stuck)} stuck`);
      if (load.late > 0) trouble.push(load.holding === 1 ? 'late' : `${f.number(load.late)} late`);
      return [base, ...trouble].join(', ');
    },
    noDevice: 'no phone here yet',
    add: 'Add somebody',
    addTitle: 'Add somebody',
    addHint: 'They can hold steps at once. Invite them when you like.',
    name: 'Name',
    addIt: 'Add',
    rename: 'Rename',
    renameNamed: (name: string): string => `Rename ${name}`,
    renameTitle: (name: string): string => `Rename ${name}`,
    save: 'Save',
    saved: 'Renamed',
    added: (name: string): string => `${name} is in`,
    invite: 'Invite',
    inviteNamed: (name: string): string => `Invite ${name}`,
    inviteAgainNamed: (name: string): string => `Invite ${name}’s other device`,
    inviteTitle: (name: string): string => `An invite for ${name}`,
    inviteGives: (name: string, space: string): string =>
      `Whoever opens this link joins ${named(space)} as ${name} and can see and change everything in it. It works once.`,
    inviteExpires: (at: number, now: number): string => `It expires ${t.dayWord(at, now)}.`,
    inviteLink: 'Invite link',
    inviteYourName: 'Your name, so that they know who asks',
    copy: 'Copy link',
    copied: 'Link copied',
    copyFailed: 'Copying is blocked here. Select the link and copy it.',
    share: 'Share',
    shareText: (space: string): string =>
      `Join ${space === '' ? 'me' : space} on Baton. The link works once.`,
    takeBack: 'Take it back',
    takenBack: 'Invite taken back. The link no longer works.',
    making: 'Making the invite…',
    makeAgain: 'Try again',
    invites: 'Invites',
    inviteFor: (name: string | null): string => (name === null ? 'For somebody' : `For ${name}`),
    inviteState: (
      state: 'open' | 'used' | 'expired' | 'takenBack',
      expiresAt: number,
      now: number,
    ): string => {
      switch (state) {
        case 'open':
          return `Open, expires ${t.dayWord(expiresAt, now)}`;
        case 'used':
          return 'Used';
        case 'expired':
          return 'Expired';
        case 'takenBack':
          return 'Taken back';
      }
    },
    takeBackFor: (name: string | null): string => `Take it back, the invite for ${name ?? 'somebody'}`,
    alone: 'Only you so far',
    aloneHint: 'Add whoever shares the work. They can hold steps before they have Baton.',
  };
}
