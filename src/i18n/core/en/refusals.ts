/**
 * What the relay says no to, by the number it says it with. The numbers are those of the wire; what a person
 * should know is only what it means here and what helps. Nothing is ever lost by any of them.
 */
import type { FailureWords } from './failures.ts';

const kept = 'Everything is saved on this device';

export function refusalWords(code: number): FailureWords {
  switch (code) {
    case 4426:
      return {
        what: 'This version of Baton and the relay do not understand each other.',
        wayOut: `${kept}. Update Baton here; if it is up to date, whoever runs the relay has to update that.`,
      };
    case 4403:
      return {
        what: 'The relay does not accept this device’s key.',
        wayOut: `${kept}. Ask somebody in the household for a new invite.`,
      };
    case 4410:
      return {
        what: 'This household was closed on the relay.',
        wayOut: `${kept}. Ask somebody in the household whether it has moved, and for a new invite.`,
      };
    case 4413:
      return {
        what: 'Something written here is too large for the relay.',
        wayOut: `${kept}, and only here until that is shorter. Whoever runs the relay can allow more.`,
      };
    case 4422:
      return {
        what: 'The relay does not serve the address that Baton was opened at.',
        wayOut: `${kept}. Open Baton at the address it was shared with, or ask whoever runs the relay.`,
      };
    case 4429:
      return {
        what: 'The relay is busy: too much came from here at once.',
        wayOut: `${kept}. It goes on by itself in a moment; closing other tabs and devices helps.`,
      };
    case 4507:
      return {
        what: 'The relay has no room left for this household.',
        wayOut: `${kept}, and what is new stays here until whoever runs the relay makes room.`,
      };
    case 4500:
      return {
        what: 'The relay could not write to its disk.',
        wayOut: `${kept}. It tries again by itself; if it goes on, tell whoever runs the relay.`,
      };
    case 4503:
      return {
        what: 'The relay is restarting.',
        wayOut: `${kept}. It connects again by itself in a moment.`,
      };
    case 4408:
      return {
        what: 'This device took too long to connect.',
        wayOut: `${kept}. It tries again by itself; a better network helps.`,
      };
    case 4409:
      return {
        what: 'The relay lost some of what it held.',
        wayOut: `${kept}, and this device is bringing it back. Keep Baton open for a moment.`,
      };
    case 4412:
      return {
        what: 'The relay did not take a summary of this household.',
        wayOut: `${kept}. Another is made by itself; there is nothing to do.`,
      };
    case 4400:
    case 4401:
    case 4501:
      return {
        what: 'The relay did not understand this device.',
        wayOut: `${kept}. Updating Baton often helps; otherwise tell whoever runs the relay.`,
      };
    default:
      return {
        what: 'The relay refused for a reason that this version of Baton does not know.',
        wayOut: `${kept}. Updating Baton often helps.`,
      };
  }
}
