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
    fillIn: 'Fill in the rest…',
    insert: 'Insert',
    /** What a chip inserts, and what it means. */
    chips: [
      { text: '@', says: 'who' },
      { text: 'after', says: 'step' },
      { text: 'by', says: 'due' },
      { text: '~', says: 'time' },
      { text: '&', says: 'beside' },
      { text: '+', says: 'later' },
      { text: '!', says: 'approve' },
      { text: '?', says: 'choose' },
    ],
    /** What may be written after a chip: what is shown, and what is written. */
    dates: [
      ['today', 'today'],
      ['tomorrow', 'tomorrow'],
      ['mon', 'mon'],
      ['tue', 'tue'],
      ['wed', 'wed'],
      ['thu', 'thu'],
      ['fri', 'fri'],
      ['next week', 'next week'],
      ['end of the month', 'end of the month'],
      ['in two weeks', 'in two weeks'],
      ['1 day after the start', '+1d'],
      ['1 week after the start', '+1w'],
    ] as const,
    times: [
      ['15 min', '15m'],
      ['30 min', '30m'],
      ['1 hour', '1h'],
      ['2 hours', '2h'],
      ['1 day', '1d'],
      ['2 days', '2d'],
      ['1 week', '1w'],
    ] as const,
    lags: [
      ['1 hour later', '1h'],
      ['1 day later', '1d'],
      ['3 days later', '3d'],
      ['1 week later', '1w'],
    ] as const,
    offers: 'To go on with',
    means: (typed: string, title: string): string => `“${typed}” is ${title}`,
    meansWhat: (typed: string): string => `“${typed}” is…`,
    addToo: 'Add it too',
    addTooNamed: (title: string): string => `Add ${title} too`,
    mayMean: (line: number, typed: string, title: string): string =>
      `Line ${f.number(line)}: “${typed}” may be another step. It is taken for “${title}”.`,
    choose: 'Choose',
    chooseNamed: (typed: string): string => `Choose what “${typed}” is`,
    leftOut: (lines: number): string =>
      f.plural(lines, { one: '# line of the list was left out', other: '# lines of the list were left out' }),
    leaveOut: 'Leave them out',
    putBack: 'Put it back',
    putBackNamed: (line: string): string => `Put back “${line}”`,
    textTitle: 'As text',
    save: 'Save',
    keepEditing: 'What lines cannot say stays as it is.',
    onlyText: 'What lines can say of it, to be copied.',
    copy: 'Copy',
    copied: 'Copied. Paste it where you like.',
    copyFailed: 'It could not be copied. Select the text and copy it yourself.',
    notSaved: 'That could not be saved. Your text is still here; try again.',
    count: (steps: number): string => f.plural(steps, { one: '# step', other: '# steps' }),
    issues: 'To look at',
    problems: 'To put right before it can start',
    issue: (issue: SayableIssue): string =>
      issue.type === 'noSteps'
        ? 'There are no steps yet. Write one a line.'
        : `Line ${f.number(issue.line)}: no step is called “${issue.reference}”. It starts without waiting for it.`,
    how: 'One step a line. A line waits for the one above it. A list from a message or a mail can be pasted.',
    examples: [
      ['@sam', 'Sam does it'],
      ['after flights', 'waits for that step instead'],
      ['by fri', 'due on Friday'],
      ['~30m', 'takes half an hour'],
      ['& Book hotel', 'beside the line above'],
      ['from mon', 'not before Monday'],
      ['+3d', 'three days later'],
      ['Approve it!', 'somebody says yes or no'],
      ['Room? yes / no', 'a choice; then “if no: …”'],
      ['Wait for visa', 'somebody outside does it'],
      ['or else call', 'instead of the step above'],
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
