import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { boardMeeting } from '../../src/templates/board-meeting.ts';
import { date, instant, money } from '../support/fact-values.ts';
import { dayMs, playTemplate, type TemplatePlay } from '../support/play-template.ts';
import { ana, leo, sam } from '../support/run-bench.ts';

const began = Date.parse('2026-03-02T09:00:00Z');
const begins = instant('2026-05-04T09:00:00Z', 'Europe/Lisbon');
const ends = instant('2026-05-04T12:00:00Z', 'Europe/Lisbon');
const place: FactValue = { kind: 'place', place: 'Rua do Ouro 1' };
const link = (name: string): FactValue => ({ kind: 'link', url: `https://acme.example.org/${name}` });
const numbers = { revenue: money(120_000), cash: money(900_000) };
const lastQuarter = { revenue: money(100_000), cash: money(1_000_000) };
/** By the end of the day two weeks before the meeting, in Lisbon's summer time. */
const numbersDue = Date.parse('2026-04-20T17:00:00Z');

/** Ana prepares, Leo leads, Sam has the numbers; the chair is Ana's as well, and travels. */
function fixed(): TemplatePlay {
  const play = playTemplate(boardMeeting, {
    now: began,
    parts: { organiser: ana, lead: leo, finance: sam, chair: ana, 'travel~traveller': ana },
    facts: { meeting: date('2026-05-04') },
  });
  play.complete('fix-date', { facts: { begins, ends } });
  return play;
}

/** Everybody lives in town. */
function begun(): TemplatePlay {
  const play = fixed();
  play.device.do({ kind: 'cancelSection', section: 'travel' });
  play.complete('venue', { facts: { venue: place } });
  play.complete('agenda', { by: leo, facts: { agenda: link('agenda') } });
  return play;
}

function withDeck(): TemplatePlay {
  const play = begun();
  play.complete('numbers', { by: sam, facts: numbers });
  play.complete('deck', { by: leo, facts: { deck: link('deck-1') } });
  return play;
}

function vote({ device }: TemplatePlay, actor: PersonId, how: 'approve' | 'reject' = 'approve'): void {
  device.do({ kind: 'vote', occurrence: device.of('review').occurrence, vote: how }, { actor });
}

function sent(): TemplatePlay {
  const play = withDeck();
  for (const person of [leo, sam]) vote(play, person);
  play.complete('send-pack');
  return play;
}

function unsure({ device }: TemplatePlay): readonly string[] {
  return [...device.state().current.values()]
    .filter(({ validity }) => validity !== 'fresh')
    .map(({ occurrence: { step }, validity }) => `${step} ${validity}`);
}

describe('the board meeting, run', () => {
  it('goes to its end: two of three are enough, the pack is due five days before, minutes begin with the meeting', () => {
    const play = withDeck();
    expect(play.device.of('send-pack').dueAt).toBe(Date.parse('2026-04-29T11:00:00Z'));
    vote(play, leo);
    expect(play.statuses('review', 'send-pack')).toEqual(['ready', 'created']);
    vote(play, ana);
    expect(play.statuses('review', 'send-pack')).toEqual(['completed', 'ready']);
    play.complete('send-pack');
    play.complete('ground-transport');
    expect(play.device.of('minutes').startsAt).toBe(Date.parse('2026-05-04T09:00:00Z'));
    play.complete('minutes');
    expect(play.device.state().status).toBe('finished');
    expect(play.statuses('last-numbers')).toEqual(['withdrawn']);
  });

  it('[B1] whoever comes from afar has a trip in it: the day is known there, the landing here', () => {
    const play = fixed();
    expect(play.device.of('travel~confirm-times').missingFacts).toEqual([]);
    // Twelve days before the meeting, as in any trip.
    expect(play.device.of('travel~book-flights').dueAt).toBe(Date.parse('2026-04-22T17:00:00Z'));
    const lands = instant('2026-05-03T14:00:00Z', 'Europe/Lisbon');
    play.complete('travel~confirm-times', { by: leo });
    play.complete('travel~book-flights', { facts: { arrival: lands } });
    play.complete('travel~approve-budget', { by: leo, outcome: 'approved' });
    for (const id of ['reserve-hotel', 'check-in-time', 'airport-transfer', 'board-dinner'])
      play.complete(`travel~${id}`);
    play.complete('venue', { facts: { venue: place } });
    play.complete('agenda', { by: leo });
    play.complete('numbers', { by: sam, facts: numbers });
    play.complete('deck', { by: leo, facts: { deck: link('deck-1') } });
    for (const person of [leo, sam]) vote(play, person);
    for (const id of ['send-pack', 'ground-transport']) play.complete(id);
    play.set('arrival', instant('2026-05-03T16:10:00Z', 'Europe/Lisbon'));
    expect(unsure(play)).toEqual(['travel~airport-transfer recheck', 'ground-transport recheck']);
    for (const id of ['travel~airport-transfer', 'ground-transport'])
      play.device.do({ kind: 'recheckStep', occurrence: play.device.of(id).occurrence });
    for (const id of ['travel~send-itinerary', 'travel~pack', 'minutes']) play.complete(id);
    // What the trip cost is still to be handed in.
    expect(play.device.state().status).toBe('running');
    play.complete('travel~expenses');
    expect(play.device.state().status).toBe('finished');
  });

  it('[J5] [O7] a deck that two send back is made again, and made three times at most', () => {
    const play = withDeck();
    for (const pass of [2, 3]) {
      vote(play, leo, 'reject');
      expect(play.statuses('deck')).toEqual(['completed']);
      vote(play, sam, 'reject');
      expect(play.device.of('deck')).toMatchObject({ status: 'ready', occurrence: { iteration: pass } });
      expect(play.statuses('review', 'send-pack')).toEqual(['created', 'created']);
      play.complete('deck', { by: leo, facts: { deck: link(`deck-${pass}`) } });
    }
    vote(play, leo, 'reject');
    vote(play, sam, 'reject');
    // Nobody is kept from saying no; what happens then is for somebody to say.
    expect(play.device.of('deck').occurrence.iteration).toBe(3);
    expect(play.statuses('send-pack')).toEqual(['withdrawn']);
    play.device.do({ kind: 'reopenStep', occurrence: play.device.of('review').occurrence });
    vote(play, sam);
    vote(play, ana);
    expect(play.statuses('send-pack')).toEqual(['ready']);
  });

  it('[F5] is held up by what everybody has to know: the numbers, the deck, the hour and the place', () => {
    const required = boardMeeting.steps.flatMap(({ id, reads = [] }) =>
      reads.filter((read) => read.optional !== true).map(({ fact }) => `${id}: ${fact}`),
    );
    expect(required).toEqual([
      'deck: revenue',
      'deck: cash',
      'review: deck',
      'send-pack: begins',
      'send-pack: venue',
    ]);
  });

  it('[J4] the pack never goes out over the heads of those who look it over', () => {
    const play = withDeck();
    const { occurrence } = play.device.of('send-pack');
    expect(play.device.give({ kind: 'completeStep', occurrence })).toMatchObject({
      error: { type: 'enforcedSteps', steps: ['review'] },
    });
  });

  it('[X5] [F7] late numbers: whoever has them, then last quarter’s are offered to who conducts, then the backup', () => {
    const play = begun();
    expect(play.told(numbersDue)).toEqual([]);
    expect(play.told(numbersDue + 1)).toEqual(['numbers late remind → sam']);
    expect(play.told(numbersDue + 1 + dayMs)).toContain('numbers late offerFallback → ana');
    expect(play.ways(numbersDue + 1 + dayMs, 'numbers', ana)[0]).toBe('fallback');
    expect(play.told(numbersDue + 1 + 2 * dayMs)).toContain('numbers late addBackup → leo');

    play.moveTo(numbersDue + dayMs);
    play.device.do({ kind: 'openFallback', occurrence: play.device.of('last-numbers').occurrence });
    play.complete('last-numbers', { facts: lastQuarter });
    expect(play.statuses('numbers', 'deck')).toEqual(['ready', 'ready']);
    play.complete('deck', { by: leo, facts: { deck: link('deck-1') } });
    for (const person of [leo, ana]) vote(play, person);
    // For now: what is still to come is said wherever it was used, and holds nothing up.
    expect(unsure(play)).toEqual(['last-numbers provisional', 'deck provisional', 'review provisional']);
    expect(play.statuses('send-pack')).toEqual(['ready']);
    // They come after all: the deck asks, and so does what rests on it.
    play.complete('numbers', { by: sam, facts: numbers });
    expect(unsure(play)[0]).toBe('deck recheck');
    play.device.do({ kind: 'recheckStep', occurrence: play.device.of('deck').occurrence });
    expect(unsure(play)).toEqual([]);
    expect(play.statuses('send-pack')).toEqual(['ready']);
  });

  it('[F3] numbers that change once the pack is out: deck, then pack, which is put right and not sent anew', () => {
    const play = sent();
    play.set('revenue', money(125_000), sam);
    expect(unsure(play)).toEqual(['deck recheck', 'review provisional', 'send-pack recheck']);
    const pack = play.device.of('send-pack').occurrence;
    expect(play.device.give({ kind: 'reopenStep', occurrence: pack })).toMatchObject({ ok: false });
    play.device.do({ kind: 'recheckStep', occurrence: play.device.of('deck').occurrence }, { actor: leo });
    expect(unsure(play)).toEqual(['send-pack recheck']);
    play.device.do({ kind: 'amendStep', occurrence: pack, note: 'Sent everybody the new page' });
    expect(unsure(play)).toEqual([]);
  });

  it('[O4] a new deck after the pack is out asks those who looked it over again', () => {
    const play = sent();
    play.set('deck', link('deck-2'), leo);
    expect(play.device.of('review')).toMatchObject({ status: 'ready' });
    expect(play.device.of('send-pack')).toMatchObject({ status: 'completed', validity: 'recheck' });
    for (const person of [leo, sam]) vote(play, person);
    expect(unsure(play)).toEqual(['send-pack recheck']);
  });

  it('[F4] when the day of the meeting moves, what is open moves with it and the date is fixed again', () => {
    const play = withDeck();
    play.set('meeting', date('2026-05-11'));
    expect(play.device.of('send-pack').dueAt).toBe(Date.parse('2026-05-06T11:00:00Z'));
    expect(unsure(play)[0]).toBe('fix-date recheck');
  });

  it('[U3] called off, the room is given back', () => {
    const play = sent();
    play.complete('ground-transport');
    play.device.do({ kind: 'cancelRun' });
    expect(play.undos()).toEqual(['ground-transport', 'venue']);
  });
});
