/** Texts as people type them, and as nobody would, made of the pieces that mean something. */
import fc from 'fast-check';

const pieces = [
  'Book',
  'flights',
  'Reserve',
  'hotel',
  'Wait',
  'for',
  'check-in',
  'time',
  'search',
  'and',
  'rescue,',
  'after',
  'after flights',
  'after hotel, flights',
  'after start',
  'after zebra',
  'after #2',
  '#1',
  'by',
  'by fri',
  'by +3d',
  'by 27 nov 5pm',
  'by 2026-12-01',
  'by house',
  '@sam',
  '@ana/@leo',
  '@"Ann Lee"',
  '@ann lee',
  '@me',
  '@',
  '@a@b',
  'x@y.z',
  '~30m',
  '~2 days',
  '~x',
  '\\after',
  '\\@sam',
  '\\',
  '\\\\',
  '-',
  '*',
  '&',
  '1.',
  '[ ]',
  ':',
  'end:',
  '🦊',
  'שלום',
  '酒店',
  '\u200f@דנה',
  '\u200f',
  'start',
  'Wait until',
  'or else',
  'or else ask @sam to',
  'if yes:',
  'if no:',
  'if rejected:',
  'room?',
  'room? yes / no',
  'which? by car / +3d / train!',
  'budget!',
  '!',
  '?',
  'Why\\?',
  'from mon',
  'from mon to fri',
  'on +1d',
  'on',
  '+3d',
  '+2h',
  'approved',
  '"',
  ',',
];
const starts = [
  '',
  '',
  '',
  '',
  'or else ',
  'if yes: ',
  'if no: ',
  'if rejected: ',
  '& ',
  '- ',
  '  - ',
  '\t- ',
  '1. ',
  '# ',
  '- [ ] ',
  '   ',
];

const captureLine = fc
  .tuple(fc.constantFrom(...starts), fc.array(fc.constantFrom(...pieces), { maxLength: 7 }))
  .map(([start, words]) => start + words.join(' '));

export const captureTexts = fc.array(captureLine, { maxLength: 12 }).map((lines) => lines.join('\n'));

/** Lines of which every other names steps far above it. */
export function linesOfText(count: number): string {
  return Array.from({ length: count }, (_, index) => numberedLine(index)).join('\n');
}

function numberedLine(index: number): string {
  if (index % 2 === 0) return `Prepare the report number ${index} @sam ~30m by fri`;
  return `Check the figures of part ${index} after number ${Math.floor(index / 4) * 2}, report ${index - 1}`;
}
