import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { date, instant, text } from '../support/fact-values.ts';
import { dayMs, playTemplate, type TemplatePlay } from '../support/play-template.ts';
import { ana, leo, sam } from '../support/run-bench.ts';

const began = Date.parse('2026-03-02T09:00:00Z');
const at = (time: string, day = '2026-03-22'): FactValue => instant(`${day}T${time}:00Z`, 'Europe/Lisbon');
const approved = { outcome: 'approved', by: leo };

function agreed(): TemplatePlay {
  return playTemplate(businessTrip, {
    now: began,
    parts: { traveller: ana, assistant: sam, approver: leo },
    facts: { meeting: date('2026-03-23') },
  });
}

/** The room is taken, and the hotel has not said from when. */
function reserved(): TemplatePlay {
  const play = agreed();
  play.complete('confirm-times', { by: leo, facts: { 'meeting-end': at('17:00', '2026-03-23') } });
  play.complete('book-flights', { by: sam, facts: { arrival: at('14:00'), reference: text('K7P2QX') } });
  play.complete('approve-budget', approved);
  play.complete('reserve-hotel');
  return play;
}

function booked(): TemplatePlay {
  const play = reserved();
  play.complete('check-in-time', { by: sam, facts: { 'check-in': at('15:00') } });
  play.complete('airport-transfer', { by: sam });
  play.complete('board-dinner', { by: leo });
  return play;
}

function unsure({ device }: TemplatePlay): readonly string[] {
  return [...device.state().current.values()]
    .filter(({ validity }) => validity !== 'fresh')
    .map(({ occurrence: { step }, validity }) => `${step} ${validity}`);
}

describe('the business trip, run', () => {
  it('goes to its end, and the expenses wait until the meeting is over', () => {
    const play = booked();
    play.complete('send-itinerary');
    play.complete('pack');
    expect(play.device.of('expenses').startsAt).toBe(Date.parse('2026-03-24T09:00:00Z'));
    play.complete('expenses');
    expect(play.device.state().status).toBe('finished');
    expect(play.statuses('other-hotel')).toEqual(['withdrawn']);
    expect(unsure(play)).toEqual([]);
  });

  it('[F1] when the flight lands on another day hotel and transfer are checked again, and not the dinner', () => {
    const play = booked();
    play.set('arrival', at('14:10'), sam);
    expect(unsure(play)).toEqual([]);
    play.set('arrival', at('14:40'), sam);
    expect(unsure(play)).toEqual(['airport-transfer recheck']);
    play.set('arrival', at('09:40', '2026-03-23'), sam);
    expect(unsure(play)).toEqual([
      'reserve-hotel recheck',
      'check-in-time provisional',
      'airport-transfer recheck',
    ]);
    expect(play.told(began)).toEqual(['reserve-hotel factChanged remind → ana']);
    expect(play.told(began + dayMs)).toContain('airport-transfer factChanged tellConductor → ana');
  });

  it('[F1] when the hotel changes its check-in the transfer must move and the dinner must not', () => {
    const play = booked();
    play.set('check-in', at('17:30'), sam);
    expect(unsure(play)).toEqual(['airport-transfer recheck']);
    play.set('check-in', at('15:00'), sam);
    expect(unsure(play)).toEqual([]);
  });

  it('[X5] a hotel that is silent for a day is asked again, then called, then let go for another one', () => {
    const play = reserved();
    expect(play.told(began + dayMs - 1)).toEqual([]);
    expect(play.told(began + dayMs)).toEqual(['check-in-time noReply remind → sam']);
    // Asked again, it has another day.
    play.moveTo(began + dayMs);
    const { occurrence } = play.device.of('check-in-time');
    play.device.do({ kind: 'startWaiting', occurrence, on: 'Hotel' }, { actor: sam });
    expect(play.told(began + 2 * dayMs - 1)).toEqual([]);
    expect(play.told(began + 3 * dayMs)).toEqual([
      'check-in-time noReply remind → sam',
      'check-in-time noReply addBackup → ana',
      'check-in-time noReply offerFallback → ana',
    ]);
    expect(play.ways(began + 3 * dayMs, 'check-in-time', ana)).toContain('fallback');
    play.device.do({ kind: 'openFallback', occurrence: play.device.of('other-hotel').occurrence });
    expect(play.statuses('other-hotel', 'airport-transfer')).toEqual(['ready', 'created']);
    play.complete('other-hotel', { facts: { 'check-in': at('16:00') } });
    // Nobody waits any longer for the one that stayed silent.
    expect(play.statuses('check-in-time', 'airport-transfer')).toEqual(['withdrawn', 'ready']);
    play.device.do({ kind: 'startUndo', occurrence: play.device.of('reserve-hotel').occurrence });
    play.device.do({ kind: 'recordUndone', occurrence: play.device.of('reserve-hotel').occurrence });
    for (const id of ['airport-transfer', 'board-dinner', 'send-itinerary', 'pack', 'expenses'])
      play.complete(id);
    expect(play.device.state().status).toBe('finished');
  });

  it('[U3] called off, what was booked is undone in reverse', () => {
    const play = booked();
    play.device.do({ kind: 'cancelRun' });
    expect(play.undos()).toEqual(['board-dinner', 'airport-transfer', 'reserve-hotel', 'book-flights']);
    expect(play.device.of('reserve-hotel').undo?.cancelBy).toBe(Date.parse('2026-03-20T15:00:00Z'));
    // Two days before its last day for free, what would cost something comes first.
    play.moveTo(Date.parse('2026-03-18T09:00:00Z'));
    expect(play.undos()[0]).toBe('reserve-hotel');
  });

  it('[F5] comes to its end by taps alone, but for the landing, without which there is no transfer', () => {
    const play = agreed();
    play.complete('confirm-times');
    play.complete('book-flights');
    play.complete('approve-budget', approved);
    play.complete('reserve-hotel');
    play.complete('check-in-time');
    expect(play.device.of('airport-transfer').missingFacts).toEqual(['arrival']);
    expect(play.device.of('board-dinner').missingFacts).toEqual([]);
    play.complete('airport-transfer', { facts: { arrival: at('14:00') } });
    for (const id of ['board-dinner', 'send-itinerary', 'pack', 'expenses']) play.complete(id);
    // Whoever reserved the hotel did not know the day of the landing yet.
    expect(unsure(play)[0]).toBe('reserve-hotel recheck');
    play.device.do({ kind: 'recheckStep', occurrence: play.device.of('reserve-hotel').occurrence });
    expect(play.device.state().status).toBe('finished');
  });

  it('[J5] a budget that is too much is looked at again, but not for ever', () => {
    const play = agreed();
    play.complete('confirm-times');
    play.complete('approve-budget', { outcome: 'too-much' });
    expect(play.device.of('approve-budget')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
    expect(play.statuses('reserve-hotel')).toEqual(['created']);
    play.complete('approve-budget', { outcome: 'too-much' });
    const { occurrence } = play.device.of('approve-budget');
    expect(play.device.give({ kind: 'completeStep', occurrence, outcome: 'too-much' })).toMatchObject({
      error: { type: 'redoLimit', section: 'budget', atMost: 3 },
    });
    play.complete('approve-budget', approved);
    expect(play.statuses('reserve-hotel')).toEqual(['ready']);
  });
});
