import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture, type Capture } from '../../src/interchange/capture.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { asId, type PersonId } from '../../src/model/ids.ts';
import type { Person } from '../../src/model/person.ts';
import { captureTexts, linesOfText } from './sample-captures.ts';

const seed = 20261127;
/** Wednesday 18 November 2026, 10:00 in Lisbon. */
const now = Date.UTC(2026, 10, 18, 10);

function person(name: string): Person {
  return { id: asId<PersonId>(name), name, colour: 'sand' };
}

function parse(text: string, people: readonly Person[] = [], zone = 'Europe/Lisbon', at = now): Capture {
  return parseCapture(text, { people, now: at, zone, newId: (n) => `s${n}` });
}

/** The one step of a line, below a title. */
function stepOf(line: string, people: readonly Person[] = []) {
  return parse(`Trip:\n${line}`, people).definition.steps[0]!;
}

function parts(text: string, ...names: string[]) {
  return parse(text, names.map(person)).definition.parts;
}

/** Numbers of the steps that each step waits for. */
function orderOf(text: string): string[] {
  return parse(text).definition.steps.map((step) => step.after.map(({ from }) => from.slice(1)).join(' '));
}

describe('a whole flow', () => {
  const text = `Lisbon board trip:
Confirm meeting times @sam by wed
Book flights @ana ~30m by fri
& Reserve hotel @ana after confirm
Wait for hotel check-in time ~2d
Book transfer after flights, check-in @leo/@ana
  - seat numbers
`;

  it('reads title, people, estimates, dates, order and checklist, without issues', () => {
    const { definition, issues, lines } = parse(text);
    expect(issues).toEqual([]);
    expect(definition).toEqual({
      id: 's0',
      title: 'Lisbon board trip',
      parts: [
        { id: 'sam', name: 'sam' },
        { id: 'ana', name: 'ana' },
        { id: 'leo', name: 'leo' },
      ],
      facts: [],
      steps: [
        {
          id: 's1',
          kind: 'task',
          title: 'Confirm meeting times',
          after: [],
          assignee: { kind: 'part', part: 'sam' },
          due: { kind: 'date', date: '2026-11-25' },
        },
        {
          id: 's2',
          kind: 'task',
          title: 'Book flights',
          after: [{ from: 's1' }],
          assignee: { kind: 'part', part: 'ana' },
          estimate: 30,
          due: { kind: 'date', date: '2026-11-20' },
        },
        {
          id: 's3',
          kind: 'task',
          title: 'Reserve hotel',
          after: [{ from: 's1' }],
          assignee: { kind: 'part', part: 'ana' },
        },
        {
          id: 's4',
          kind: 'wait',
          title: 'Wait for hotel check-in time',
          after: [{ from: 's2' }, { from: 's3' }],
          estimate: 2880,
        },
        {
          id: 's5',
          kind: 'task',
          title: 'Book transfer',
          after: [{ from: 's2' }, { from: 's4' }],
          assignee: { kind: 'part', part: 'leo' },
          backup: { kind: 'part', part: 'ana' },
          checklist: [{ id: 'item-1', text: 'seat numbers' }],
        },
      ],
    });
    expect(lines).toEqual([2, 3, 4, 5, 6].map((line, index) => ({ line, step: `s${index + 1}` })));
    expect(decodeWorkflowDefinition(definition).ok).toBe(true);
  });

  it('takes the clauses in any order', () => {
    const clauses = ['@ana/leo', '~30m', 'by fri', 'after confirm'];
    const orders = [clauses, clauses.toReversed(), [clauses[2], clauses[0], clauses[3], clauses[1]]];
    const steps = orders.map(
      (order) => parse(`Confirm times\nBook flights ${order.join(' ')}`).definition.steps[1],
    );
    expect(steps[0]).toMatchObject({ title: 'Book flights', estimate: 30, after: [{ from: 's1' }] });
    expect(steps[1]).toEqual(steps[0]);
    expect(steps[2]).toEqual(steps[0]);
  });
});

describe('title and lines', () => {
  it('takes the title from `Title:`, `# Title`, or else the first step', () => {
    expect(parse('\n  Camp: \nChoose').definition.title).toBe('Camp');
    expect(parse('# Camp  2027\nChoose').definition.title).toBe('Camp 2027');
    expect(parse('Choose\nPay:').definition).toMatchObject({
      title: 'Choose',
      steps: [{}, { title: 'Pay:' }],
    });
  });

  it('drops bullets and numbers, and counts lines from 1 with the empty ones', () => {
    const { definition, lines } = parse('Move:\n- Pack\n\n2. Load\n- [ ] Drive\r\n* Unpack');
    expect(definition.steps.map((step) => step.title)).toEqual(['Pack', 'Load', 'Drive', 'Unpack']);
    expect(lines.map(({ line }) => line)).toEqual([2, 4, 5, 6]);
  });

  it('takes an indented list below a title as steps, and what is deeper as their checklists', () => {
    const { steps } = parse('Move:\n  - Pack\n    - tape\n    - boxes\n  - Load').definition;
    expect(steps.map((step) => step.title)).toEqual(['Pack', 'Load']);
    expect(steps[0]?.checklist?.map((item) => item.text)).toEqual(['tape', 'boxes']);
  });

  it('says that there are no steps', () => {
    for (const text of ['', ' \n\t\n', 'Trip:', '# Trip', '&\n- \n[ ]'])
      expect(parse(text).issues).toEqual([{ type: 'noSteps' }]);
  });

  it('shows a line of clauses only as it was typed', () => {
    expect(stepOf('@sam ~30m')).toMatchObject({
      title: '@sam ~30m',
      estimate: 30,
      assignee: { part: 'sam' },
    });
  });

  it('takes a word after a backslash as a plain one', () => {
    expect(stepOf('Look \\after dad \\@home')).toEqual({
      id: 's1',
      kind: 'task',
      title: 'Look after dad @home',
      after: [],
    });
    expect(stepOf('\\Wait for it').kind).toBe('task');
  });
});

describe('order', () => {
  it('follows the line above, or the whole `&` group', () => {
    expect(orderOf('A\nB\n& C\n& D\nE\nF')).toEqual(['', '1', '1', '1', '2 3 4', '5']);
    expect(orderOf('& A\n&B\nC')).toEqual(['', '', '1 2']);
  });

  it('gives an `&` line what an explicit line above it waits for', () => {
    expect(orderOf('Aa\nBb\nCc after aa\n& Dd\nEe')).toEqual(['', '1', '1', '1', '3 4']);
  });

  it('waits for nothing after start', () => {
    expect(orderOf('A\nB\nC after start')).toEqual(['', '1', '']);
  });

  it('takes several references by comma and by "and", each step once', () => {
    expect(orderOf('Book flights\nReserve hotel\nRent car\nPack after flights, hotel and the car')).toEqual([
      '',
      '1',
      '2',
      '1 2 3',
    ]);
    expect(orderOf('Book flights\nReserve hotel\nPack after flights, book, flights').at(-1)).toBe('1');
  });

  it('falls back to the line above and says so when nothing matches, and loses no word', () => {
    const { definition, issues } = parse('Pack\nLook after kids');
    expect(definition.steps[1]).toMatchObject({ title: 'Look after kids', after: [{ from: 's1' }] });
    expect(issues).toEqual([{ type: 'noMatch', line: 2, reference: 'kids' }]);
  });

  it('keeps the references that match beside one that does not', () => {
    const { definition, issues } = parse('Book flights\nPack\nDrive after flights, zebra');
    expect(definition.steps[2]).toMatchObject({ title: 'Drive', after: [{ from: 's1' }] });
    expect(issues).toEqual([{ type: 'noMatch', line: 3, reference: 'zebra' }]);
  });

  it('finds no step below its own line', () => {
    expect(parse('Pack after drive\nDrive').issues).toEqual([
      { type: 'noMatch', line: 1, reference: 'drive' },
    ]);
  });

  it('takes "After" and "By" at the beginning of a line as words', () => {
    expect(stepOf('After lunch call Bob').title).toBe('After lunch call Bob');
    expect(stepOf('By fri is fine').title).toBe('By fri is fine');
  });
});

describe('people', () => {
  it('makes one part for a name, whatever its case', () => {
    expect(parts('A @Sam\nB @sam/@SAM')).toEqual([{ id: 'sam', name: 'Sam' }]);
    expect(stepOf('A @leo/ana')).toMatchObject({ backup: { kind: 'part', part: 'ana' } });
    expect(stepOf('A @leo @ana')).toMatchObject({ title: 'A', backup: { kind: 'part', part: 'ana' } });
  });

  it('uses the full name of somebody known, but never guesses between two', () => {
    expect(parts('A @sam', 'Sam Smith')).toEqual([{ id: 'sam-smith', name: 'Sam Smith' }]);
    expect(parts('A @sam smith by fri', 'Sam Smith')).toEqual([{ id: 'sam-smith', name: 'Sam Smith' }]);
    expect(parts('A @sam', 'Sam Smith', 'Sam Jones')).toEqual([{ id: 'sam', name: 'sam' }]);
    expect(parts('A @"ann lee"')).toEqual([{ id: 'ann-lee', name: 'ann lee' }]);
  });

  it('keeps the id `me` for @me, and ids unique', () => {
    expect(parts('A @me\nB @"me!"\nC @Łukasz, ~2h\nD @"constructor"').map((part) => part.id)).toEqual([
      'me',
      'me-2',
      'łukasz',
      'constructor-2',
    ]);
  });

  it('takes no mail address, handle in brackets or bare sign for a person', () => {
    for (const title of [
      'Write to ana@example.org',
      'Ask (@ana)',
      'Meet @ noon',
      'Post @a@b.example',
      'See @a/b/c',
    ])
      expect(stepOf(title)).toEqual({ id: 's1', kind: 'task', title, after: [] });
  });

  it('keeps a third name in the title', () => {
    expect(stepOf('Tell @leo about @ana').title).toBe('Tell about @ana');
  });
});

describe('estimates', () => {
  it.each([
    ['~30m', 30],
    ['~2h', 120],
    ['~2d', 2880],
    ['~1.5h', 90],
    ['~1h30m', 90],
    ['~1h30', 90],
    ['~2 days,', 2880],
    ['~1w', 10_080],
    ['~0m', 0],
  ])('reads %s', (text, estimate) => {
    expect(stepOf(`Pack ${text} @sam`)).toMatchObject({ title: 'Pack', estimate });
  });

  it.each(['~', '~5', '~2 m of rope', '~2x', '~m', 'a~2h'])('leaves %s in the title', (text) => {
    expect(stepOf(`Buy ${text}`)).toEqual({ id: 's1', kind: 'task', title: `Buy ${text}`, after: [] });
  });
});

describe('due dates', () => {
  it.each([
    ['today', '2026-11-18'],
    ['tomorrow', '2026-11-19'],
    ['Thu', '2026-11-19'],
    ['wednesday', '2026-11-25'],
    ['27 nov', '2026-11-27'],
    ['Nov 27th', '2026-11-27'],
    ['18 nov', '2026-11-18'],
    ['17 nov', '2027-11-17'],
    ['29 feb', '2028-02-29'],
    ['nov 27, 2028', '2028-11-27'],
    ['fri 27 nov', '2026-11-27'],
    ['2026-11-27', '2026-11-27'],
    ['fri 5pm', '2026-11-20', '17:00'],
    ['fri at 5:30 pm', '2026-11-20', '17:30'],
    ['27 nov 17:00', '2026-11-27', '17:00'],
    ['5pm on fri', '2026-11-20', '17:00'],
    ['12am fri', '2026-11-20', '00:00'],
    ['noon', '2026-11-18', '12:00'],
    ['9:15', '2026-11-19', '09:15'],
  ])('reads by %s', (text, date, time?: string) => {
    const due = { kind: 'date', date, ...(time === undefined ? {} : { time }) };
    expect(stepOf(`Pack by ${text} @sam`)).toMatchObject({ title: 'Pack', due, assignee: { part: 'sam' } });
  });

  it('reads days from the start', () => {
    expect(stepOf('Pack by +3d')).toMatchObject({ due: { kind: 'offset', from: 'runStart', days: 3 } });
    expect(stepOf('Pack by +2w at 9am').due).toEqual({
      kind: 'offset',
      from: 'runStart',
      days: 14,
      time: '09:00',
    });
  });

  it.each(['the river', '31 feb', '2026-02-30', '3/4', 'fridge', '25:00', '5', '+3h', 'may', '13pm'])(
    'leaves by %s in the title',
    (text) => {
      expect(stepOf(`Drive by ${text}`)).toEqual({
        id: 's1',
        kind: 'task',
        title: `Drive by ${text}`,
        after: [],
      });
    },
  );

  it('reads today in the zone, and an unknown zone as UTC', () => {
    const late = Date.UTC(2026, 10, 18, 23, 30);
    const due = (zone: string) => parse('Pack by today', [], zone, late).definition.steps[0]?.due;
    expect(due('Asia/Tokyo')).toEqual({ kind: 'date', date: '2026-11-19' });
    expect(due('America/New_York')).toEqual({ kind: 'date', date: '2026-11-18' });
    expect(due('Nowhere/Land')).toEqual({ kind: 'date', date: '2026-11-18' });
  });

  it('leaves relative dates alone when there is no clock to read them by', () => {
    expect(parse('Pack by today', [], 'UTC', NaN).definition.steps[0]?.title).toBe('Pack by today');
    expect(parse('Pack by 2026-11-27', [], 'UTC', NaN).definition.steps[0]?.due).toBeDefined();
  });
});

describe('any text', () => {
  it('keeps emoji and right-to-left text whole', () => {
    expect(stepOf('📧 Mail 👩‍👩‍👧 @🦊 ~5m')).toMatchObject({ title: '📧 Mail 👩‍👩‍👧', estimate: 5 });
    const hebrew = parse('להזמין טיסות \u200f@דנה by fri\nלארוז after טיסות').definition;
    expect(hebrew.parts).toEqual([{ id: 'דנה', name: 'דנה' }]);
    expect(hebrew.steps).toMatchObject([
      { title: 'להזמין טיסות' },
      { title: 'לארוז', after: [{ from: 's1' }] },
    ]);
    expect(orderOf('预订酒店\n打包\n出发 after 酒店').at(-1)).toBe('1');
  });

  it('never throws, and what it makes is a workflow or has no steps', { timeout: 120_000 }, () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      captureTexts,
      fc
        .array(fc.constantFrom(...'@~&#\\/"-*:.,[] \n\t1+after by m\u200f\u2028'), { maxLength: 80 })
        .map((a) => a.join('')),
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.string()),
        fc.oneof(fc.double(), fc.constant(now)),
        fc.string(),
        (text, names, at, zone) => {
          const { definition, issues, lines } = parse(text, names.map(person), zone, at);
          expect(lines).toHaveLength(definition.steps.length);
          const decoded = decodeWorkflowDefinition(definition);
          expect(decoded.ok || issues.some((issue) => issue.type === 'noSteps')).toBe(true);
          expect(definition.steps.every((step) => step.title !== '')).toBe(true);
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it('reads 2,000 lines with references', () => {
    const { definition } = parse(linesOfText(2000));
    expect(definition.steps).toHaveLength(2000);
  });
});
