// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { alertWords } from '../../src/i18n/core/en/alerts.ts';
import type { LadderView } from '../../src/views/alert-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, noor, sam, tuesdayMorning } from '../support/tuesday-people.ts';

const words = alertWords(messages.formats, messages.times);
const remind = { from: 'due', after: 0, action: 'remind' } as const;
const tell = { from: 'due', after: 1440, action: 'tellConductor' } as const;
const ladder: LadderView = {
  usual: true,
  written: [remind, tell],
  rungs: [
    { ...remind, at: tuesdayMorning - 1, reached: true, hasTime: true, person: sam, fallbacks: [] },
    { ...tell, at: tuesdayMorning + 86_400_000, reached: false, hasTime: true, person: ana, fallbacks: [] },
  ],
  coHolder: noor,
  nextTryAt: null,
  standsInFor: null,
};

function open(of: Partial<LadderView> = {}, callUpon = false) {
  return openApp('/flows/run-trip/hotel~~1', (query) => {
    const view = tuesdayViews(query);
    if (view?.kind !== 'step') return view;
    return { ...view, ladder: { ...ladder, ...of }, actions: { ...view.actions, callUpon } };
  });
}

afterEach(cleanup);

describe('If it stalls', () => {
  it('is told in plain words, with what has happened already', async () => {
    open();
    const told = await screen.findByRole('region', { name: words.stalls });
    within(told).getByText('When it is due, Sam is reminded.');
    within(told).getByText('1 day after it was due, you hear of it.');
    within(told).getByText(words.coHolder(noor));
  });

  it('is changed line by line, and put back to what is usual', async () => {
    const household = open({ usual: false });
    fireEvent.click(await screen.findByRole('button', { name: words.changeStalls }));
    const [first] = await screen.findAllByRole('listitem', { name: /Line/ });
    fireEvent.change(within(first as HTMLElement).getByLabelText(words.when), {
      target: { value: 'ready 240' },
    });
    fireEvent.click(screen.getByRole('button', { name: words.removeRung(2) }));
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.saved);
    expect(household.intents).toMatchObject([
      {
        command: {
          kind: 'setStepLadder',
          step: 'hotel',
          ifStalls: [{ from: 'ready', after: 240, action: 'remind' }],
        },
      },
    ]);
    fireEvent.click(await screen.findByRole('button', { name: words.changeStalls }));
    fireEvent.click(await screen.findByRole('button', { name: words.asUsual }));
    await screen.findByRole('region', { name: words.stalls });
    expect(household.intents[1]).toMatchObject({ command: { kind: 'setStepLadder', ifStalls: null } });
  });

  it('of a step that stands in for another offers to call upon it', async () => {
    const household = open({ standsInFor: 'Book flights' }, true);
    await screen.findByText(words.standsInFor('Book flights'));
    fireEvent.click(screen.getByRole('button', { name: words.callUpon }));
    await screen.findByText(words.calledUpon('Reserve the hotel'));
    expect(household.intents).toMatchObject([{ command: { kind: 'openFallback' } }]);
  });
});
