// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { undoWords } from '../../src/i18n/core/en/undo.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import { firstOccurrence } from '../../src/model/occurrence.ts';
import type { FlowView } from '../../src/views/flow-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { undoLine } from '../support/undo-line.ts';
import { nowView, tuesdayViews } from '../support/tuesday-morning.ts';
import { due, sam, trip } from '../support/tuesday-people.ts';
import { flowView } from '../support/tuesday-trip.ts';

afterEach(cleanup);

// What happy-dom does not have.
if (!('hidePopover' in HTMLElement.prototype))
  Object.assign(HTMLElement.prototype, { hidePopover: () => undefined });

const words = undoWords(messages.formats, messages.times);
const hotel = undoLine('hotel', 'Cancel the hotel', { cancelBy: due('2026-11-26T18:00:00', true) });
const flight = undoLine('flight', 'Cancel the flight', { holder: sam, mine: false });
const settled = undoLine('dinner', 'Give the table back', { status: 'declined' });

const openFlow = (flow: Partial<FlowView>) =>
  openApp('/flows/run-trip', (query) =>
    query.kind === 'flow' ? { ...flowView, ...flow } : tuesdayViews(query),
  );

describe('undoing', () => {
  it('tells before a flow is cancelled what is to be undone then, and until when it is free', async () => {
    openFlow({ undoIfCancelled: [hotel, flight] });
    fireEvent.click(await screen.findByRole('button', { name: messages.flow.menu }));
    fireEvent.click(await screen.findByRole('menuitem', { name: messages.flow.cancelFlow }));
    const sheet = within(await screen.findByRole('dialog'));
    await sheet.findByText(words.cancelUndoes(2));
    expect(sheet.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Cancel the hotel free until 18:00 Thu 26 Nov, You',
      'Cancel the flight Sam',
    ]);
  });

  it('takes a cancelled flow back step by step: what, who has it, until when, and three answers', async () => {
    const household = openFlow({ status: 'cancelled', undo: [hotel, flight, settled] });
    await screen.findByText(words.cancelledWith(2));
    const list = within(await screen.findByRole('region', { name: words.count(2) }));
    expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Cancel the hotel',
      'Cancel the flight',
      'Give the table back',
    ]);
    expect(list.queryByRole('button', { name: words.doneFor('Give the table back') })).toBeNull();
    fireEvent.click(list.getByRole('button', { name: words.failedFor('Cancel the hotel') }));
    fireEvent.input(await screen.findByLabelText(words.failReason), { target: { value: ' closed ' } });
    fireEvent.click(screen.getByRole('button', { name: words.failConfirm }));
    fireEvent.click(await list.findByRole('button', { name: words.notNeededFor('Cancel the flight') }));
    await screen.findByText(words.said.declined('Cancel the flight'));
    const occurrence = (step: string) => firstOccurrence(asId<StepId>(step));
    expect(household.intents).toEqual([
      {
        kind: 'command',
        run: trip,
        command: { kind: 'failUndo', occurrence: occurrence('hotel'), reason: 'closed' },
      },
      { kind: 'command', run: trip, command: { kind: 'declineUndo', occurrence: occurrence('flight') } },
    ]);
  });

  it('puts mine on Now', async () => {
    const household = openApp('/', (query) =>
      query.kind === 'now' ? { ...nowView, undo: [hotel] } : tuesdayViews(query),
    );
    const card = within(await screen.findByRole('region', { name: 'Cancel the hotel' }));
    expect(card.getByText(/free until 18:00 Thu 26 Nov/)).toBeTruthy();
    fireEvent.click(card.getByRole('button', { name: words.doneFor('Cancel the hotel') }));
    await screen.findByText(words.said.done('Cancel the hotel'));
    expect(household.intents).toMatchObject([{ command: { kind: 'recordUndone' } }]);
  });
});

describe('an end', () => {
  it('says who called it done and why, and takes the flow up again', async () => {
    const ending = { by: sam, at: 0, reason: 'Sold as it is', step: null };
    const household = openFlow({ status: 'finished', ending });
    await screen.findByText('Sam called it done.');
    await screen.findByText('Sold as it is');
    fireEvent.click(screen.getByRole('button', { name: words.takeUp }));
    await screen.findByText(words.takenUp(flowView.title));
    expect(household.intents).toMatchObject([{ command: { kind: 'resumeRun' } }]);
  });
});
