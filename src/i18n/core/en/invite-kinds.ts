/** What invites give, in words: to those who make one and to those who get one. Loaded where they are shown. */
import type { TimeWords } from './times.ts';

export type SayableGift = 'edit' | 'view' | 'own' | 'guest';

export function inviteKindWords(t: TimeWords) {
  return {
    question: (name: string): string => `What may ${name} do?`,
    edit: 'Take part',
    editHint: 'Sees and changes everything in this household.',
    view: 'Only look',
    viewHint: 'Sees everything as it happens, and changes nothing.',
    guest: 'Just one flow',
    guestHint: 'Does their own steps in it, and sees nothing else.',
    guestNone: 'No flow is running just now.',
    which: 'Which flow?',
    own: 'Everything you can',
    ownHint: 'This household is yours: the other device can also remove people.',
    ownEdit: 'Take part as you',
    ownEditHint: 'Sees and changes everything. Removing people stays with this device.',
    make: 'Make the invite',
    /** Beside the link, once it is made. */
    gives: (gift: SayableGift, name: string, flow: string): string => {
      switch (gift) {
        case 'edit':
          return `${name} can see and change everything in this household.`;
        case 'view':
          return `${name} can see everything in this household, and change nothing.`;
        case 'own':
          return 'The other device can do everything this one can, as you.';
        case 'guest':
          return `${name} can do their steps in “${flow}”. They see that flow and nothing else.`;
      }
    },
    /** In the list of invites: "Only look". */
    short: (gift: SayableGift, flow: string | null): string => {
      switch (gift) {
        case 'edit':
          return 'Take part';
        case 'view':
          return 'Only look';
        case 'own':
          return 'Your own device';
        case 'guest':
          return flow === null ? 'Guest of one flow' : `Guest of ${flow}`;
      }
    },

    /** Before anything is accepted. */
    invites: (gift: SayableGift, by: string, what: string): string => {
      const who = by === '' ? 'Somebody' : by;
      switch (gift) {
        case 'edit':
          return what === '' ? `${who} invites you to their household` : `${who} invites you to ${what}`;
        case 'view':
          return what === '' ? `${who} invites you to look` : `${who} invites you to look at ${what}`;
        case 'own':
          return 'Another device of yours';
        case 'guest':
          return `${who} invites you to do your part in ${what === '' ? 'a flow' : what}`;
      }
    },
    asWhom: (name: string): string => `You will be ${name} here.`,
    youGet: (gift: SayableGift): string => {
      switch (gift) {
        case 'edit':
          return 'You see and change the same flows as they do: who has what, and what comes next.';
        case 'view':
          return 'You see all flows as they happen: who has what, and what comes next. You change nothing.';
        case 'own':
          return 'This device will be able to do everything, also invite and remove people.';
        case 'guest':
          return 'You see this one flow and nothing else of theirs. You do your steps, answer, and leave notes.';
      }
    },
    until: (at: number, now: number): string => `It works once, until ${t.moment(at, true, now)}.`,
    notNow: 'Not now',
    joinedGuest: (by: string, flow: string): string => `You are a guest of ${by} in ${flow}`,
    joinedGuestHint: 'Your steps wait under Now. They work without a network too.',
    joinedViewHint: 'You see everything as it happens. To take part, ask for another invite.',
  };
}
