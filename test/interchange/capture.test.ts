import { describe, expect, it } from 'vitest';
import { type Capture, parseCapture } from '../../src/interchange/capture.ts';
import { asId, type PersonId } from '../../src/model/ids.ts';
import type { Person } from '../../src/model/person.ts';

const person = (name: string): Person => ({ id: asId<PersonId>(name), name, colour: 'sage' });
const people = [person('Ana Reis'), person('Sam Baker'), person('Leo')];
/** Sunday 22 November 2026, noon in Lisbon. */
const now = Date.UTC(2026, 10, 22, 12);

function parse(text: string, known: readonly Person[] = people): Capture {
  return parseCapture(text, { people: known, now, zone: 'Europe/Lisbon', newId: (n) => `s${n}` });
}

function graph(capture: Capture): readonly (readonly [string, readonly string[]])[] {
  const title = new Map(capture.definition.steps.map((step) => [step.id, step.title]));
  return capture.definition.steps.map((step) => [
    step.title,
    step.after.map(({ from }) => title.get(from) ?? '?'),
  ]);
}

function only(line: string) {
  const { definition, issues } = parse(line);
  expect(issues).toEqual([]);
  expect(definition.steps).toHaveLength(1);
  return definition.steps[0];
}

const trip = `Lisbon board trip:
Confirm meeting times @sam by wed
Book flights @ana ~30m by fri
& Reserve hotel @ana after confirm
Wait for hotel check-in time ~2d
or else ask @sam to call the hotel
Book transfer after flights, check-in @leo/@ana
Approve budget! @sam by 27 nov 5pm
Send invites
  - seat numbers`;

describe('parseCapture', () => {
  it('reads a trip as people write it', () => {
    const capture = parse(trip);
    expect(capture.title).toBe('Lisbon board trip');
    expect(capture.issues).toEqual([]);
    expect(graph(capture)).toEqual([
      ['Confirm meeting times', []],
      ['Book flights', ['Confirm meeting times']],
      ['Reserve hotel', ['Confirm meeting times']],
      ['Wait for hotel check-in time', ['Book flights', 'Reserve hotel']],
      ['Book transfer', ['Book flights', 'Wait for hotel check-in time']],
      ['Approve budget!', ['Book transfer']],
      ['Send invites', ['Approve budget!']],
    ]);
    const [confirm, flights, , wait, transfer, budget, invites] = capture.definition.steps;
    expect(confirm?.due).toEqual({ kind: 'date', date: '2026-11-25' });
    expect(flights).toMatchObject({
      kind: 'task',
      estimate: 30,
      assignee: { kind: 'part', part: '@ana reis' },
    });
    expect(wait).toMatchObject({
      kind: 'wait',
      estimate: 2880,
      instructions: 'or else ask @sam to call the hotel',
    });
    expect(transfer).toMatchObject({
      assignee: { kind: 'part', part: '@leo' },
      backup: { kind: 'part', part: '@ana reis' },
    });
    expect(budget?.due).toEqual({ kind: 'date', date: '2026-11-27', time: '17:00' });
    expect(invites?.checklist).toEqual([{ id: 'c1', text: 'seat numbers' }]);
    expect(capture.lines.map(({ line }) => line)).toEqual([2, 3, 4, 5, 7, 8, 9]);
  });

  it('a line follows the line or group above it; & stands beside it', () => {
    expect(graph(parse('A\nB\n& C\n& D\nE'))).toEqual([
      ['A', []],
      ['B', ['A']],
      ['C', ['A']],
      ['D', ['A']],
      ['E', ['B', 'C', 'D']],
    ]);
    expect(graph(parse('A\nB after start\nC'))).toEqual([
      ['A', []],
      ['B', []],
      ['C', ['B']],
    ]);
    expect(graph(parse('& A\n& B'))).toEqual([
      ['A', []],
      ['B', []],
    ]);
  });

  it('"after hotel" means Reserve hotel, and says that the check-in was meant perhaps', () => {
    const capture = parse('Reserve hotel\nWait for hotel check-in time\nPack after hotel');
    expect(graph(capture).at(-1)).toEqual(['Pack', ['Reserve hotel']]);
    expect(capture.references).toEqual([{ line: 3, reference: 'hotel', step: 's1', alternatives: ['s2'] }]);
  });

  it.each([
    ['the whole title first', 'Call the hotel back\nHotel\nCall hotel', 'hotel', 's2'],
    ['then its beginning', 'Reserve hotel\nHotel check-in at noon', 'hotel', 's2'],
    [
      'then the title of which the words cover more',
      'Pay flights for all of us\nBook flights',
      'flights',
      's2',
    ],
    ['among equals the nearest above', 'Call mum\nCall dad', 'call', 's2'],
    ['beginnings of words at last', 'Book a flight\nPack', 'flights', 's1'],
    ['accents, case and articles aside', 'Réserver le café\nPack', 'the CAFE', 's1'],
    ['a typed number', '1. Sign\n2. Pay', '1', 's1'],
  ])('a reference takes %s', (_, above, reference, step) => {
    const capture = parse(`${above}\nLast after ${reference}`);
    expect(capture.references[0]?.step).toBe(step);
  });

  it('splits references at commas and at "and", unless a title has the word', () => {
    const above = 'Send invites and itinerary\nPack\nBook taxi';
    expect(graph(parse(`${above}\nGo after invites and itinerary`)).at(-1)?.[1]).toEqual([
      'Send invites and itinerary',
    ]);
    expect(graph(parse(`${above}\nGo after pack and taxi`)).at(-1)?.[1]).toEqual(['Pack', 'Book taxi']);
    expect(graph(parse(`${above}\nGo after pack, pack`)).at(-1)?.[1]).toEqual(['Pack']);
  });

  it('reports every reference that means nothing, and drops no word of it', () => {
    const capture = parse('Invite guests\nClean up after party @sam');
    expect(capture.issues).toEqual([{ type: 'noMatch', line: 2, reference: 'party' }]);
    expect(graph(capture).at(-1)).toEqual(['Clean up after party', ['Invite guests']]);
    const half = parse('Invite guests\nTidy\nEat after guests, music');
    expect(half.issues).toEqual([{ type: 'noMatch', line: 3, reference: 'music' }]);
    expect(graph(half).at(-1)).toEqual(['Eat', ['Invite guests']]);
  });

  it('names steps above only, so that no circle can be typed', () => {
    const capture = parse('Pay after sign\nSign after pay');
    expect(capture.issues).toEqual([{ type: 'noMatch', line: 1, reference: 'sign' }]);
    expect(graph(capture).at(-1)).toEqual(['Sign', ['Pay after sign']]);
  });

  it('knows people by whole or first name; the same person is one part', () => {
    const capture = parse('A @sam\nB @Sam Baker ~1h\nC @SAM_BAKER\nD @noor\nE @Noor/@me');
    expect(capture.definition.parts).toEqual([
      { id: '@sam baker', name: 'Sam Baker' },
      { id: '@noor', name: 'noor' },
    ]);
    expect(capture.mentions.map(({ line, name, person }) => [line, name, person])).toEqual([
      [1, 'Sam Baker', 'Sam Baker'],
      [2, 'Sam Baker', 'Sam Baker'],
      [3, 'Sam Baker', 'Sam Baker'],
      [4, 'noor', null],
      [5, 'Noor', null],
    ]);
    expect(capture.definition.steps[4]?.backup).toEqual({ kind: 'conductor' });
    expect(capture.definition.steps[1]).toMatchObject({ title: 'B', estimate: 60 });
  });

  it('does not guess between two people of one first name', () => {
    const capture = parse('A @sam', [person('Sam Baker'), person('Sam Gray')]);
    expect(capture.mentions).toEqual([{ line: 1, part: '@sam', name: 'sam', person: null }]);
  });

  it.each([
    ['today', '2026-11-22', undefined],
    ['tomorrow', '2026-11-23', undefined],
    ['sun', '2026-11-29', undefined],
    ['Thursday', '2026-11-26', undefined],
    ['27 nov', '2026-11-27', undefined],
    ['nov 27', '2026-11-27', undefined],
    ['1 feb', '2027-02-01', undefined],
    ['29 february', '2028-02-29', undefined],
    ['3 march 2030', '2030-03-03', undefined],
    ['2026-12-24', '2026-12-24', undefined],
    ['5pm', '2026-11-22', '17:00'],
    ['fri 17:00', '2026-11-27', '17:00'],
    ['tomorrow at 9:05 am', '2026-11-23', '09:05'],
    ['27 nov 12am', '2026-11-27', '00:00'],
  ])('reads "by %s"', (typed, date, time) => {
    expect(only(`Pay by ${typed}`)).toMatchObject({
      title: 'Pay',
      due: time === undefined ? { kind: 'date', date } : { kind: 'date', date, time },
    });
  });

  it('reads days from the start, and today as it is where the typing happens', () => {
    expect(only('Pay by +3d 8:00')?.due).toEqual({
      kind: 'offset',
      from: 'runStart',
      days: 3,
      time: '08:00',
    });
    expect(only('Pay due +2w')?.due).toEqual({ kind: 'offset', from: 'runStart', days: 14 });
    const late = Date.UTC(2026, 10, 22, 20);
    const input = { people: [], now: late, newId: (n: number) => `s${n}` };
    const dueIn = (zone: string) => parseCapture('A by today', { ...input, zone }).definition.steps[0]?.due;
    expect(dueIn('Asia/Tokyo')).toEqual({ kind: 'date', date: '2026-11-23' });
    expect(dueIn('America/Lima')).toEqual({ kind: 'date', date: '2026-11-22' });
  });

  it.each([
    'Stand by me',
    'Pay by 31 feb 2027',
    'Pay by 25:00',
    'Pay by 13pm',
    'Pay by',
    'Pay @',
    'Write to a@b.example',
    'Run ~fast',
    'After party',
    'Book transfer after',
    'Buy 3 d batteries',
  ])('leaves "%s" as it is typed', (line) => {
    expect(only(line)).toEqual({ id: 's1', kind: 'task', title: line, after: [] });
  });

  it.each([
    ['~30m', 30],
    ['~1h30m', 90],
    ['~1.5h', 90],
    ['~2 days', 2880],
    ['~1w', 10_080],
  ])('reads %s as minutes', (typed, minutes) => {
    expect(only(`Pay ${typed} @leo`)).toMatchObject({ title: 'Pay', estimate: minutes });
  });

  it('takes pasted lists, odd line ends and half-typed lines', () => {
    expect(graph(parse('# Camps\r\n- Choose\r\n\r\n* Pay\r&\n-\n@leo')).map(([title]) => title)).toEqual([
      'Choose',
      'Pay',
      '@leo',
    ]);
    expect(parse('# Camps\nA').title).toBe('Camps');
    expect(parse('  - seats').definition.steps.map(({ title }) => title)).toEqual(['seats']);
    expect(parse('').issues).toEqual([{ type: 'noSteps' }]);
    expect(parse('Trip:').issues).toEqual([{ type: 'noSteps' }]);
  });
});
