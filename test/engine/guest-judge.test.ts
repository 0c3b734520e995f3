import { describe, expect, it } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { guestCommandId } from '../../src/engine/guest/guest-fault.ts';
import { createGuestJudge, type GuestVerdicts } from '../../src/engine/guest/guest-judge.ts';
import type { LogEvent, RunEvent } from '../../src/model/event.ts';
import { asId, type DeviceId, type EventId, type GuestId } from '../../src/model/ids.ts';
import { ana, event, makeDevice, occurrence, plan, run, sam, startPlan, step } from '../support/run-bench.ts';

const guest = { guest: asId<GuestId>('g1'), run, person: sam };
const steps = [
  step('mine', [], { assignee: { kind: 'person', person: sam } }),
  step('next', ['mine'], { assignee: { kind: 'person', person: sam } }),
  step('hers', ['next'], { assignee: { kind: 'person', person: ana } }),
];

function startTrip() {
  const member = makeDevice(ana);
  member.do(startPlan(plan(steps)));
  return member;
}

const ids = (events: readonly LogEvent[]): readonly string[] => events.map(({ id }) => id);
const faults = ({ setAside }: GuestVerdicts) => setAside.map(({ event: { id }, fault }) => [id, fault]);
const note = (id: string, parents: readonly string[], at = 'mine', more: Partial<RunEvent> = {}): RunEvent =>
  event(id, 'note.added/1', { text: id }, parents, { actor: sam, occurrence: occurrence(at), ...more });

describe('a guest’s log', () => {
  it('[A5] written by an honest device is granted whole, whatever happened in the run meanwhile', () => {
    const member = startTrip();
    const phone = makeDevice(sam);
    phone.receive(member);
    let n = 0;
    for (const at of ['mine', 'next']) {
      const made = decide({ kind: 'completeStep', occurrence: occurrence(at), note: at }, phone.state(), {
        actor: sam,
        device: asId<DeviceId>('phone'),
        now: 1,
        commandId: guestCommandId(guest.guest, `c${n++}`),
      });
      if (!made.ok) throw new Error('refused');
      phone.write(made.value);
    }
    // The guest was offline, and both steps went to somebody else.
    member.do({ kind: 'reassignStep', occurrence: occurrence('mine'), to: ana });
    member.do({ kind: 'reassignStep', occurrence: occurrence('next'), to: ana });
    const own = phone.log().filter(({ id }) => id.startsWith('g1.'));
    const verdicts = createGuestJudge(guest).judge(own, member.log());
    expect(ids(verdicts.granted)).toEqual(ids(own));
    expect(verdicts.setAside).toEqual([]);
    member.write(verdicts.granted);
    expect(member.of('next').status).toBe('completed');
    expect(member.of('next').closedBy).toEqual([sam]);
  });

  it('[A5] is judged the same in any order, by any member, and admitted twice it counts once', () => {
    const member = startTrip();
    const [head] = member.state().heads;
    const own = [
      note('g1.a.0', [head as string]),
      note('g1.b.0', ['g1.a.0']),
      note('g1.c.0', ['g1.b.0'], 'hers'),
    ];
    const one = createGuestJudge(guest).judge(own, member.log());
    const two = createGuestJudge(guest).judge(own.toReversed(), member.log().toReversed());
    expect(ids(one.granted)).toEqual(['g1.a.0', 'g1.b.0']);
    expect(two).toEqual(one);
    expect(faults(one)).toEqual([['g1.c.0', 'notTheirStep']]);
    const once = foldRun(run, [...member.log(), ...one.granted]);
    expect(foldRun(run, [...member.log(), ...one.granted, ...two.granted])).toEqual(once);
    const again = createGuestJudge(guest).judge(own, [...member.log(), ...one.granted]);
    expect(again.granted).toEqual([]);
    expect(faults(again)).toEqual(faults(one));
  });

  it('[A5] waits while its parents are not known, and longer than that for nothing', () => {
    const member = startTrip();
    const before = member.log();
    const mine = member
      .do({ kind: 'reassignStep', occurrence: occurrence('hers'), to: sam })
      .at(-1) as RunEvent;
    const own = [note('g1.a.0', [mine.id], 'hers')];
    const judge = createGuestJudge(guest);
    const early = judge.judge(own, before.slice(0, -1));
    expect(early).toEqual({ granted: [], setAside: [] });
    expect(ids(judge.judge(own, member.log()).granted)).toEqual(['g1.a.0']);
    // The hand-over is there, and what came before it is not.
    const holes = member.log().filter(({ type }) => type !== 'run.contextSet/1' && type !== 'run.started/2');
    expect(createGuestJudge(guest).judge(own, holes)).toEqual({ granted: [], setAside: [] });
  });

  it('[A5] that builds on what was set aside is set aside', () => {
    const member = startTrip();
    const { heads } = member.state();
    const bad = event('g1.a.0', 'step.reassigned/1', { to: sam }, heads, {
      actor: sam,
      occurrence: occurrence('hers'),
    });
    const own = [bad, note('g1.b.0', ['g1.a.0'], 'hers'), note('g1.c.0', ['g1.b.0'], 'mine')];
    expect(faults(createGuestJudge(guest).judge(own, member.log()))).toEqual([
      ['g1.a.0', 'notForGuests'],
      ['g1.b.0', 'restsOnSetAside'],
      ['g1.c.0', 'restsOnSetAside'],
    ]);
  });

  it('[A4] cannot stand in the place of an entry that is there, its own or a member’s', () => {
    const member = startTrip();
    const { heads } = member.state();
    const [started] = member.log();
    const first = note('g1.a.0', heads);
    const judge = createGuestJudge(guest);
    member.write(judge.judge([first], member.log()).granted);
    const changed = { ...first, data: { text: 'A' } } as RunEvent;
    const copied = { ...(started as RunEvent), actor: sam } as RunEvent;
    const verdicts = judge.judge([changed, first, copied, started as RunEvent], member.log());
    expect(verdicts.granted).toEqual([]);
    expect(faults(verdicts)).toEqual(
      expect.arrayContaining([
        ['g1.a.0', 'otherName'],
        [started?.id, 'otherName'],
      ]),
    );
    expect(verdicts.setAside).toHaveLength(2);
  });

  it('[A5] that names parents in a ring, or none, is never granted', () => {
    const member = startTrip();
    const ring = [note('g1.a.0', ['g1.b.0']), note('g1.b.0', ['g1.a.0']), note('g1.c.0', [])];
    const verdicts = createGuestJudge(guest).judge(ring, member.log());
    expect(verdicts.granted).toEqual([]);
    expect(faults(verdicts)).toEqual([['g1.c.0', 'notTheirStep']]);
  });

  it('[A6] is cut off where nobody could have written so much', () => {
    const member = startTrip();
    const { heads } = member.state();
    const flood = Array.from({ length: 2_050 }, (_, n) => note(`g1.${String(n).padStart(4, '0')}.0`, heads));
    const verdicts = createGuestJudge(guest).judge(flood, member.log());
    expect(verdicts.granted).toHaveLength(2_000);
    expect(verdicts.setAside.every(({ fault }) => fault === 'tooMuch')).toBe(true);
    expect(verdicts.setAside).toHaveLength(50);
    const more = [note(asId<EventId>('g1.z.0'), heads)];
    expect(faults(createGuestJudge(guest).judge(more, [...member.log(), ...verdicts.granted]))).toEqual([
      ['g1.z.0', 'tooMuch'],
    ]);
  });
});
