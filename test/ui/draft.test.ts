import { describe, expect, it } from 'vitest';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { boardMeeting } from '../../src/templates/board-meeting.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { draftDue, draftTones, toggleDone } from '../../src/ui/screens/start/draft.ts';
import { holderOf, partsOf, picksToChoices } from '../../src/ui/screens/start/parts.ts';

const id = (text: string): StepId => asId<StepId>(text);
const step = (name: string, ...after: readonly string[]): StepDefinition => ({
  id: id(name),
  kind: 'task',
  title: name,
  after: after.map((from) => ({ from: id(from) })),
});
const diamond = [step('a'), step('b', 'a'), step('c', 'a'), step('d', 'b', 'c')];
const names = (done: ReadonlySet<StepId>): string => [...done].sort().join('');

describe('ticking what is already done', () => {
  it('ticks all that had to come before, and nothing beside', () => {
    expect(names(toggleDone(diamond, new Set(), id('b')))).toBe('ab');
    expect(names(toggleDone(diamond, new Set(), id('d')))).toBe('abcd');
  });

  it('ticks no step that only stands in for another, and lets nobody wait for it', () => {
    const steps = [step('a'), { ...step('b'), fallbackOf: id('a') }, step('c', 'a', 'b'), step('d', 'c')];
    expect(names(toggleDone(steps, new Set(), id('d')))).toBe('acd');
    const tonesOf = (...done: readonly string[]): readonly string[] => [
      ...draftTones(steps, new Set(done.map(id)), () => 'me').values(),
    ];
    expect(tonesOf()).toEqual(['turn', 'next', 'next', 'next']);
    expect(tonesOf('a')).toEqual(['done', 'next', 'turn', 'next']);
  });

  it('takes back all that comes after, and nothing before', () => {
    const all = new Set(diamond.map((each) => each.id));
    expect(names(toggleDone(diamond, all, id('b')))).toBe('ac');
    expect(names(toggleDone(diamond, all, id('a')))).toBe('');
  });

  it('never leaves a done step with an open one before it, whatever is tapped', () => {
    let done: ReadonlySet<StepId> = new Set();
    for (const tapped of ['d', 'b', 'c', 'd', 'a', 'c', 'd', 'b']) {
      done = toggleDone(diamond, done, id(tapped));
      for (const each of diamond.filter((other) => done.has(other.id))) {
        expect(each.after.every((edge) => done.has(edge.from))).toBe(true);
      }
    }
  });
});

describe('a workflow before its start', () => {
  it('gives my turn to ready steps of mine only', () => {
    const tones = draftTones(diamond, new Set([id('a')]), (each) => (each.id === 'b' ? 'me' : 'other'));
    expect([...tones.values()]).toEqual(['done', 'turn', 'theirs', 'next']);
  });

  it('counts due days back from the anchor, and leaves them out while it has none', () => {
    const first = businessTrip.steps[0]!;
    expect(draftDue(businessTrip, first, '2026-12-18', 0)).toBe(Date.parse('2026-12-02T12:00:00Z'));
    expect(draftDue(businessTrip, first, '', 0)).toBeNull();
  });

  it('leaves parts open where several have to approve, for nobody is two people', () => {
    const open = Object.entries(partsOf(boardMeeting.parts, boardMeeting.steps)).filter(
      ([, pick]) => pick.kind === 'later',
    );
    expect(open.map(([part]) => part)).toEqual(['chair']);
  });

  it('starts with me in every part, and leaves open and unnamed parts out', () => {
    const picks = partsOf(businessTrip.parts);
    expect(picksToChoices(picks)).toEqual({
      traveller: { kind: 'me' },
      assistant: { kind: 'me' },
      approver: { kind: 'me' },
    });
    const changed = {
      traveller: { kind: 'new', name: '  Sam ' },
      assistant: { kind: 'new', name: ' ' },
      approver: { kind: 'later' },
    } as const;
    expect(picksToChoices(changed)).toEqual({ traveller: { kind: 'new', name: 'Sam' } });
    expect(holderOf(businessTrip.steps[0]!, changed, undefined)).toBe('nobody');
  });
});
