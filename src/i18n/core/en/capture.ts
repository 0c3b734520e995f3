/** Typing a flow line by line. Loaded with its screen. */
import type { Formats } from '../formats.ts';

export type SayableIssue =
  | { readonly type: 'noMatch'; readonly line: number; readonly reference: string }
  | { readonly type: 'noSteps' };

export function captureWords(f: Formats) {
  return {
    title: 'New flow',
    label: 'Steps, one a line',
    placeholder: 'Confirm meeting times @sam\nBook flights @noor\nReserve hotel after flights',
    start: 'Start',
    insert: 'Insert',
    /** What a chip inserts, and what it means. */
    chips: [
      { text: '@', says: 'who' },
      { text: 'after', says: 'step' },
      { text: 'by', says: 'due' },
      { text: '~', says: 'time' },
      { text: '&', says: 'beside' },
    ],
    count: (steps: number): string => f.plural(steps, { one: '# step', other: '# steps' }),
    issues: 'To look at',
    problems: 'To put right before it can start',
    issue: (issue: SayableIssue): string =>
      issue.type === 'noSteps'
        ? 'There are no steps yet. Write one a line.'
        : `Line ${f.number(issue.line)}: no step is called “${issue.reference}”. It starts without waiting for it.`,
    how: 'One step a line. A line waits for the one above it.',
    examples: [
      ['@sam', 'Sam does it'],
      ['after flights', 'waits for that step instead'],
      ['by fri', 'due on Friday'],
      ['~30m', 'takes half an hour'],
      ['& Book hotel', 'beside the line above'],
    ],
    orReady: 'Or start with one that is ready',
    /** Typed after `@`, these are whoever types. */
    me: ['me', 'i', 'myself'],
    whichAreYou: 'Which one are you?',
    noneOfThem: 'None of them',
    untitled: 'My flow',
    kept: 'Your draft is kept on this device until you start it.',
  };
}
