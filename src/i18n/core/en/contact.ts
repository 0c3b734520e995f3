/**
 * Getting in touch with somebody about a step, and nudging. Loaded with the step's screens and not with the
 * page.
 */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

/** As the model names the ways; repeated here because words know nothing of it. */
export type SayableWay = 'call' | 'text' | 'mail' | 'share';

interface NudgedStep {
  readonly name: string;
  readonly title: string;
  readonly flow: string;
  readonly due: { readonly at: number; readonly hasTime: boolean; readonly late: boolean } | null;
  /** Why they are asked. */
  readonly why: 'theirs' | 'stuck' | 'recheck' | 'waitedFor';
}

const verbs: Readonly<Record<SayableWay, string>> = {
  call: 'Call',
  text: 'Text',
  mail: 'Mail',
  share: 'Share',
};

export function contactWords(f: Formats, t: TimeWords) {
  /** The day itself: "tomorrow" is another day where the text is read. */
  const day = ({ at, hasTime }: { readonly at: number; readonly hasTime: boolean }, now: number): string =>
    hasTime ? `${f.day(at, now)}, ${f.time(at)}` : f.day(at, now);
  const dueOf = ({ due }: NudgedStep, now: number): string => {
    if (due === null) return '';
    return due.late ? ` It was due ${day(due, now)}.` : ` It is due ${day(due, now)}.`;
  };
  const asking = (step: NudgedStep): string => {
    const what = `“${step.title}” (${step.flow})`;
    switch (step.why) {
      case 'theirs':
        return `how is ${what} coming along? It is your turn there.`;
      case 'stuck':
        return `${what} got stuck, and it is your turn there. What would help?`;
      case 'recheck':
        return `something changed that ${what} rests on. Could you look whether it is still right?`;
      case 'waitedFor':
        return `we are waiting for your answer about ${what}.`;
    }
  };
  return {
    title: (name: string | null): string => (name === null ? 'Send it on' : `Get in touch with ${name}`),
    open: (how: SayableWay, name: string | null): string =>
      name === null ? `${verbs[how]} it…` : how === 'share' ? 'Share it…' : `${verbs[how]} ${name}…`,
    again: 'Ask again…',
    subject: 'Subject',
    text: 'What it says',
    toSay: 'What to say',
    textHint: 'You can change it. It opens in your own app, and you send it there: Baton sends nothing.',
    gap: (name: string): string => `[${name}?]`,
    filledIn: 'Filled in',
    gaps: (names: readonly string[]): string =>
      `Not known yet: ${f.list(names)}. There ${names.length === 1 ? 'is a gap' : 'are gaps'} in the text.`,
    way: (how: SayableWay): string => verbs[how],
    wayTo: (how: SayableWay, name: string | null): string =>
      name === null || how === 'share' ? verbs[how] : `${verbs[how]} ${name}`,
    copy: 'Copy',
    copied: 'Copied. Paste it where you write to them.',
    copyFailed: 'It could not be copied. Select the text and copy it yourself.',
    shareFailed: 'Sharing did not work. Copy the text instead.',
    noNumber: (name: string): string => `There is no number for ${name} yet.`,
    noMail: (name: string): string => `There is no mail address for ${name} yet.`,
    addNumber: 'Add a number',
    addMail: 'Add a mail address',
    number: (name: string): string => `Number of ${name}`,
    mail: (name: string): string => `Mail address of ${name}`,
    numberUnreadable: 'That has no number in it that could be called.',
    mailUnreadable: 'A mail address has an @ in it, like sam@example.org.',
    save: 'Save',
    saved: (name: string): string => `Saved for ${name}`,
    answerTitle: (name: string | null): string =>
      name === null ? 'Did they answer?' : `Did ${name} answer?`,
    answerHint: 'If not yet, the step waits for them, and is nobody’s turn until they do.',
    yes: 'Yes, they answered',
    notYet: 'Not yet',
    noAnswer: 'No answer, try again',
    doneAnyway: 'Done, no answer needed',
    theOtherSide: 'the other side',
    asked: (on: string): string => `Waiting for ${on}`,
    nudge: (name: string): string => `Nudge ${name}`,
    nudgeAgain: (name: string): string => `Nudge ${name} again`,
    nudgeTitle: (name: string): string => `Nudge ${name}`,
    nudgeText: (step: NudgedStep, now: number): string =>
      `Hello ${step.name}, ${asking(step)}${dueOf(step, now)} Thank you!`,
    somebody: 'somebody',
    you: 'you',
    nudged: (name: string): string => `Nudged ${name}`,
    /** "Nudged Sam 2 hours ago", by somebody where it was not me. */
    nudgedAgo: (to: string, by: string | null, at: number, now: number): string =>
      by === null ? `Nudged ${to} ${t.ago(at, now)}` : `${by} nudged ${to} ${t.ago(at, now)}`,
    nudgeGone: 'There is nobody to nudge any more',
    nudgeGoneHint: 'The step has moved on meanwhile.',
  };
}
