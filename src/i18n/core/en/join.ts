/** Join: from somebody's invite to "You are Sam". */
import type { FailureWords } from './failures.ts';

export function joinWords() {
  return {
    title: 'Join',
    invitedTitle: 'Somebody invited you to their household',
    invitedHint: 'Baton keeps track of whose turn it is. Nothing has been opened yet.',
    gives: 'You see and change the same flows as they do: who has what, and what comes next.',
    stays: 'Everything is kept on this device too, and works without a network.',
    sealed: 'No account. What passes between devices is sealed.',
    join: 'Join',
    joining: 'Joining…',
    joiningHint:
      'Opening the invite and fetching the household. Its content is unsealed on this device only.',
    pasteTitle: 'Join with an invite',
    pasteHint:
      'Paste the link you were sent, the whole of it or just its end. Or scan the code that the other device shows.',
    field: 'Invite link',
    fieldEmpty: 'Paste the link first.',
    or: 'or',
    scan: 'Scan a code',
    joined: (name: string, household: string): string =>
      household === '' ? `You are ${name} here` : `You are ${name} in ${household}`,
    joinedHint:
      'Whatever is yours waits under Now. Everything is on this device too, also without a network.',
    toNow: 'Go to Now',
    notMe: (name: string): string => `Not ${name}?`,
    tryAgain: 'Try again',
    offline: {
      what: 'Joining needs a connection once, and the relay cannot be reached.',
      wayOut: 'The invite is kept as long as this page is open.',
    } satisfies FailureWords,
  };
}
