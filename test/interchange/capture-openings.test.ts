import { describe, expect, it } from 'vitest';
import { parseCapture, type Capture } from '../../src/interchange/capture.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';

/** Wednesday 18 November 2026, 10:00 in Lisbon. */
const now = Date.UTC(2026, 10, 18, 10);

function parse(text: string): Capture {
  return parseCapture(text, { people: [], now, zone: 'Europe/Lisbon', newId: (n) => `s${n}` });
}

function stepOf(line: string) {
  return parse(`Trip:\n${line}`).definition.steps[0]!;
}

describe('what a line opens with and ends in', () => {
  it('[S1] reads every line of the whole example', () => {
    const { definition, issues } = parse(`Lisbon board trip:
Confirm meeting times @sam by wed
Book flights @ana ~30m by fri
& Reserve hotel @ana after confirm
Wait for hotel check-in time ~2d
or else ask @sam to call the hotel
Book transfer after flights, check-in @leo/@ana
Approve budget! @sam by 27 nov 5pm
Send invites on +1d
  - seat numbers`);
    expect(issues).toEqual([]);
    const [, , hotel, wait, call, transfer, approve, invites] = definition.steps;
    expect(hotel).toMatchObject({ title: 'Reserve hotel', after: [{ from: 's1' }] });
    expect(wait).toMatchObject({ kind: 'wait', after: [{ from: 's2' }, { from: 's3' }], estimate: 2880 });
    expect(call).toMatchObject({
      title: 'Call the hotel',
      fallbackOf: 's4',
      after: [],
      assignee: { kind: 'part', part: 'sam' },
    });
    expect(transfer?.after).toEqual([{ from: 's2' }, { from: 's4' }, { from: 's5' }]);
    expect(approve).toMatchObject({
      kind: 'approval',
      title: 'Approve budget',
      approval: { by: [{ kind: 'part', part: 'sam' }], needed: 1 },
      due: { kind: 'date', date: '2026-11-27', time: '17:00' },
      after: [{ from: 's6' }],
    });
    expect(invites).toMatchObject({
      start: { kind: 'offset', from: 'runStart', days: 1 },
      after: [{ from: 's7', outcomes: ['approved'] }],
      checklist: [{ text: 'seat numbers' }],
    });
    expect(validateWorkflow(definition).ok).toBe(true);
  });

  it('[B1-B4] reads a choice, what follows each end, and where they meet', () => {
    const { definition } = parse('Hotel has room? @ana\nif yes: book it\nTell everybody');
    expect(definition.steps).toMatchObject([
      { kind: 'decision', title: 'Hotel has room?', outcomes: [{ name: 'Yes' }, { name: 'No' }] },
      { title: 'Book it', after: [{ from: 's1', outcomes: ['yes'] }] },
      { after: [{ from: 's2' }, { from: 's1', outcomes: ['no'] }] },
    ]);
    const ways = parse('How? by car / by train\nif by car: rent one\nif by train: book seats').definition;
    expect(ways.steps[0]?.outcomes?.map(({ name }) => name)).toEqual(['By car', 'By train']);
    const over = parse('Budget!\nif rejected: ask again\nRoom?\nif yes: go').definition;
    expect(over.steps[1]?.after).toEqual([{ from: 's1', outcomes: ['rejected'] }]);
    expect(over.steps[2]?.after).toEqual([{ from: 's2' }, { from: 's1', outcomes: ['approved'] }]);
    expect(over.steps[2]?.outcomes?.[1]).toMatchObject({ name: 'No', ends: true });
    for (const one of [definition, ways, over]) expect(validateWorkflow(one).ok).toBe(true);
  });

  it('[D1-D3] reads starts, ranges and lags', () => {
    expect(stepOf('Pack from mon to fri')).toMatchObject({
      title: 'Pack',
      start: { date: '2026-11-23' },
      due: { date: '2026-11-27' },
    });
    const [, call] = parse('Write\nCall again +3d @sam').definition.steps;
    expect(call).toMatchObject({ title: 'Call again', after: [{ from: 's1', lag: 4320 }] });
    expect(stepOf('Call +2d').start).toEqual({ kind: 'offset', from: 'runStart', days: 2 });
  });

  it('leaves signs, openings and what is behind a backslash alone where they mean nothing', () => {
    for (const title of ['or else', 'if it rains: stay', 'Hey! you there', 'Why? nobody knows'])
      expect(stepOf(title)).toEqual({ id: 's1', kind: 'task', title, after: [] });
    expect(stepOf('Celebrate\\!')).toMatchObject({ kind: 'task', title: 'Celebrate!' });
  });

  it('[C1] says what else a reference may mean, and when that is not sure', () => {
    const { references } = parse(
      'Reserve hotel\nWait for hotel check-in\nPay after hotel\nGo after reserve hotel',
    );
    expect(references).toEqual([
      { line: 3, text: 'hotel', step: 's1', others: ['s2'], unsure: true },
      { line: 4, text: 'reserve hotel', step: 's1', others: [], unsure: false },
    ]);
  });
});
