// @vitest-environment happy-dom
import { cleanup, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import type { HistoryLine, LogView } from '../../src/views/log-view.ts';
import { openApp } from '../support/render-app.tsx';
import { lands } from '../support/moving-trip.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, history, noor, sam, trip } from '../support/tuesday-people.ts';

afterEach(cleanup);

const line = (type: string, more: Partial<HistoryLine> = {}, by = sam): HistoryLine =>
  history(type, type, by, '2026-11-24T08:00:00', trip, 'hotel', 'Reserve the hotel', 'next', more);

async function said(one: HistoryLine): Promise<string> {
  const log: LogView = {
    kind: 'log',
    lines: [one],
    more: false,
    conflicts: [],
    disputes: [],
    people: [],
    runs: [],
  };
  openApp('/log', (query) => (query.kind === 'log' ? log : tuesdayViews(query)));
  const [link] = await screen.findAllByRole('link', { name: /Sam|You/ });
  return link?.closest('li')?.querySelector('div')?.textContent ?? '';
}

const told: readonly (readonly [HistoryLine, string, string?])[] = [
  [line('step.completed', { outcome: 'Approved' }), 'Sam finished Reserve the hotel: Approved'],
  [
    line('fact.set', { fact: { name: 'Flight lands', options: [], value: lands('16:10') } }, ana),
    'You set Flight lands to Tue 24 Mar, 16:10',
  ],
  [
    line('fact.set', {
      fact: { name: 'Driver', options: [], value: { kind: 'person', person: noor.id } },
      to: noor,
    }),
    'Sam set Driver to Noor',
  ],
  [line('fact.set', { fact: { name: 'Driver', options: [], value: null } }), 'Sam took away what Driver was'],
  [line('step.rechecked'), 'Sam said Reserve the hotel is still right'],
  [line('step.amended', { text: 'Rang them' }), 'Sam put Reserve the hotel right', 'Rang them'],
  [
    line('step.waitingStarted', { text: 'Hartwell' }),
    'Sam started waiting on Hartwell for Reserve the hotel',
  ],
  [line('step.waitingEnded'), 'Sam stopped waiting for Reserve the hotel'],
  [line('reply.received', { text: 'At three' }), 'Sam got an answer for Reserve the hotel', 'At three'],
  [line('step.paused', { text: 'Too early' }), 'Sam paused Reserve the hotel', 'Too early'],
  [line('step.resumed'), 'Sam went on with Reserve the hotel'],
  [line('step.released'), 'Sam gave Reserve the hotel back'],
  [line('step.cancelled'), 'Sam called Reserve the hotel off: it is not needed any more'],
  [
    line('run.flowAdded', { text: 'Getting a visa' }),
    'Sam added the flow “Getting a visa” to Lisbon board trip',
  ],
  [line('run.suspended'), 'Sam paused Lisbon board trip'],
  [line('run.resumed'), 'Sam let Lisbon board trip go on'],
];

for (const [one, sentence, quote = ''] of told) {
  it(`the log says what happened: ${one.type}, ${sentence}`, async () => {
    const words = await said(one);
    expect(words.startsWith(`${sentence}${quote}`), words).toBe(true);
  });
}
