/** Approvals and whom steps belong to: who votes, what they said, what is missing. Loaded with the step. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export interface SayableVoter {
  readonly name: string;
  readonly isMe: boolean;
}

export interface SayableVote {
  readonly vote: 'approve' | 'reject' | null;
  readonly at: number | null;
  readonly void: boolean;
  readonly barred: boolean;
  readonly spokenBy: SayableVoter | null;
}

export function approvalWords(f: Formats, t: TimeWords) {
  const quoted = (titles: readonly string[]): string => f.list(titles.map((title) => `“${title}”`));
  const nameOf = (who: SayableVoter): string => (who.isMe ? 'you' : who.name);
  return {
    title: 'Approval',
    progress: (approvals: number, needed: number): string =>
      approvals >= needed
        ? `Approved by ${f.number(approvals)}`
        : `${f.number(approvals)} of ${f.number(needed)} needed`,
    veto: 'One no sends it back.',
    noVeto: 'It is sent back once too few are left to approve it.',
    /** Whose turn it is, under the number. */
    waitsFor: (names: readonly SayableVoter[]): string => {
      const [first, ...others] = names;
      if (first === undefined) return 'Everybody has voted.';
      const said = f.list([first.isMe ? 'You' : first.name, ...others.map(nameOf)]);
      return `${said} ${names.length === 1 && !first.isMe ? 'has' : 'have'} yet to say.`;
    },
    voters: 'Who votes',
    said: (voter: SayableVote, now: number): string => {
      if (voter.barred) return 'No vote: had a part in it';
      if (voter.vote === null) return 'No vote yet';
      const how = voter.vote === 'approve' ? 'Approved' : 'Sent it back';
      const who = voter.spokenBy === null ? '' : `, said ${nameOf(voter.spokenBy)}`;
      const when = voter.at === null ? '' : `, ${t.when(voter.at, now)}`;
      return voter.void ? `${how} what has changed since${who}` : `${how}${who}${when}`;
    },
    /** The screen's answer to a vote that counts no more. */
    lookAgain: (names: readonly string[], vote: 'approve' | 'reject'): string => {
      const what = names.length === 0 ? 'What you judged' : f.list(names);
      return `${what} ${names.length > 1 ? 'have' : 'has'} changed since you ${vote === 'approve' ? 'approved' : 'sent'} it${vote === 'approve' ? '' : ' back'}. Look again.`;
    },
    judged: 'What is judged',
    /** `other`: whose vote it is; null: mine. */
    approve: (other: string | null): string => (other === null ? 'Approve' : `${other} approves`),
    sendBack: (other: string | null): string => (other === null ? 'Send back' : `${other} sends it back`),
    speakFor: (name: string): string => `${name} has told me`,
    speakForHint: (name: string): string => `What ${name} said. Both of your names stand beside it.`,
    voteOf: (name: string): string => `${name}’s vote`,
    sendBackNow: 'Send it back',
    notNow: 'Not now',
    reason: 'What should change?',
    reasonMissing: 'Say in a few words what should change.',
    takeBack: (other: string | null): string =>
      other === null ? 'Take my vote back' : `Take ${other}’s vote back`,
    tooFew: (needed: number): string =>
      `It takes ${f.number(needed)} approvals, and fewer people than that have a vote.`,
    tooFewHint: 'Add somebody to the role under People, or go on without this step.',
    awaits: 'Sent back, and nothing has followed',
    awaitsHint: (name: string | null): string =>
      name === null
        ? 'There have been as many rounds as the plan allows. Whoever sent it back can take that back, or the step is opened again.'
        : `Enough people sent it back. Somebody has to open “${name}” again.`,
    doAgain: (name: string): string => `Do “${name}” again`,
    toast: {
      voted: (vote: 'approve' | 'reject' | 'withdraw', title: string, other: string | null): string => {
        if (vote === 'withdraw') return `${other === null ? 'Your' : `${other}’s`} vote is taken back`;
        if (vote === 'reject') return `${title}: sent back${other === null ? '' : ` by ${other}`}`;
        return `${title}: approved by ${other ?? 'you'}`;
      },
      again: (name: string): string => `“${name}” is open again`,
    },
    /** Whom a step belongs to. */
    sameAs: (title: string): string => `same as “${title}”`,
    grabs: 'Up for grabs',
    grab: 'I take it',
    grabOf: (title: string): string => `I take it: ${title}`,
    grabbed: 'It’s yours',
    notFor: (people: readonly SayableVoter[]): string => `Not for ${f.list(people.map(nameOf))}`,
    notForHint: (titles: readonly string[]): string =>
      `This wants another pair of eyes than ${quoted(titles)} had.`,
  };
}
