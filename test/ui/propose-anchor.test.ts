import { describe, expect, it } from 'vitest';
import { boardMeeting } from '../../src/templates/board-meeting.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { proposeAnchor } from '../../src/ui/screens/start/propose-anchor.ts';

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** A Tuesday. */
const tuesday = Date.parse('2026-11-24T10:00:00Z');
const sundays = { kind: 'weekly', every: 1, days: ['SU'] } as const;

describe('the anchor that a start proposes', () => {
  it('is the next day of what comes weekly, today among them', () => {
    expect(proposeAnchor(dateOf, tuesday, sundays, businessTrip)).toBe('2026-11-29');
    expect(proposeAnchor(dateOf, Date.parse('2026-11-29T23:00:00Z'), sundays, businessTrip)).toBe(
      '2026-11-29',
    );
    expect(proposeAnchor(dateOf, tuesday, { ...sundays, days: ['MO', 'TH'] }, businessTrip)).toBe(
      '2026-11-26',
    );
  });

  it('is three weeks off for anything else', () => {
    expect(proposeAnchor(dateOf, tuesday, undefined, businessTrip)).toBe('2026-12-15');
    // Its day and hour are fixed five weeks before.
    expect(proposeAnchor(dateOf, tuesday, undefined, boardMeeting)).toBe('2026-12-30');
    expect(proposeAnchor(dateOf, tuesday, { kind: 'workingDay', nth: 1 }, businessTrip)).toBe('2026-12-15');
  });
});
