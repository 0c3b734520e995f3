// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type EventId } from '../../src/model/ids.ts';
import type { StepView } from '../../src/views/step-view.ts';
import {
  actionsOf,
  commandsOf,
  hotelAddress,
  hotelStep,
  openStep,
  press,
  reviewAddress,
  situation,
} from '../support/open-step.tsx';
import { messages } from '../support/render-app.tsx';
import { arrivalFact, budgetFact, checkInFact } from '../support/tuesday-facts.ts';
import { at, jon, keyOf, ref, sam, trip } from '../support/tuesday-people.ts';
import { onlyFrom } from '../support/tuesday-steps.ts';

afterEach(cleanup);

describe('The step sheet', () => {
  it('takes focus to its title', async () => {
    openStep(hotelAddress);
    const title = await screen.findByRole('heading', { level: 2, name: 'Reserve the hotel' });
    await waitFor(() => expect(document.activeElement).toBe(title));
  });

  it('ticks the checklist through a command', async () => {
    const household = openStep(hotelAddress);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Invoice to the company' }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toEqual({
        kind: 'command',
        run: trip,
        command: { kind: 'tickChecklist', occurrence: hotelStep, item: 'invoice', ticked: true },
      }),
    );
  });

  it('counts an entry at once, and no more when it could not be ticked', async () => {
    const household = openStep(hotelAddress);
    const entry = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Invoice to the company' });
    household.answer({ ok: false, error: { type: 'storageFull' } });
    fireEvent.click(entry);
    screen.getByText(messages.step.ticked(2, 2));
    expect(commandsOf(household)).toEqual([]);
    await screen.findByText(messages.failure({ type: 'storageFull' }).wayOut);
    screen.getByText(messages.step.ticked(1, 2));
    expect(entry.checked).toBe(false);
  });

  it('hears of every entry, however quickly they are ticked', async () => {
    const household = openStep(hotelAddress);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Invoice to the company' }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Late arrival noted' }));
    screen.getByText(messages.step.ticked(1, 2));
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        { item: 'invoice', ticked: true },
        { item: 'late', ticked: false },
      ]),
    );
  });

  it('[J4] names what comes first where it cannot be marked along, and offers nothing', async () => {
    openStep(hotelAddress, {
      tone: 'next',
      inTheWay: [ref('flight', 'Book flights', 'theirs')],
      actions: actionsOf({ skip: true, handOver: true }),
    });
    await screen.findByText(messages.step.inTheWay(1));
    await screen.findByText(messages.step.byThemselves(1));
    expect(screen.queryByRole('button', { name: messages.step.doneToo(1) })).toBeNull();
  });

  it('sets a due date with a time', async () => {
    const household = openStep(hotelAddress);
    await press(/Today 18:00/);
    fireEvent.input(await screen.findByLabelText(messages.step.dueDay), { target: { value: '2026-11-26' } });
    await press(messages.step.saveDue);
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        { kind: 'setStepDue', step: 'hotel', due: { kind: 'date', date: '2026-11-26', time: '18:00' } },
      ]),
    );
  });
});

describe('What holds a step up', () => {
  it('names a missing fact and who can say it, and takes it right there', async () => {
    const household = openStep(hotelAddress, {
      missingFacts: [{ ...checkInFact, kind: 'text', fact: arrivalFact.fact, name: 'Room number' }],
    });
    const card = await screen.findByRole('region', { name: 'Waits for “Room number”' });
    expect(card.textContent).toContain('Casa do Largo and Noor can say');
    fireEvent.input(within(card).getByRole('textbox'), { target: { value: '214' } });
    fireEvent.click(within(card).getByRole('button', { name: 'Save “Room number”' }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'setFact', fact: 'arrival', value: { kind: 'text', text: '214' } },
      ]),
    );
  });

  it('lets one side of a disputed fact be kept', async () => {
    const household = openStep(hotelAddress, { disputedFacts: [budgetFact] });
    await press(/You, 08:24.*€2,400/);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'setFact', fact: 'budget', value: { kind: 'money', amount: 2400, currency: 'EUR' } },
      ]),
    );
  });

  it('lets either side of a conflict be kept, with outcome, words, who and when', async () => {
    const household = openStep('/flows/run-trip/dinner~~1', {
      conflict: [
        {
          event: asId<EventId>('c1'),
          verdict: 'completed',
          outcome: 'Approved',
          text: 'Fine by me',
          by: sam,
          at: at('2026-11-24T09:12:00'),
        },
        {
          event: asId<EventId>('c2'),
          verdict: 'completed',
          outcome: 'Rejected',
          text: null,
          by: null,
          at: at('2026-11-24T09:05:00'),
        },
      ],
    });
    const card = await screen.findByRole('region', { name: messages.step.conflictTitle });
    const [first, other] = within(card).getAllByRole('listitem');
    expect(first?.textContent).toContain('Sam, 09:12Done: ApprovedFine by me');
    expect(other?.textContent).toContain('Somebody, 09:05Done: Rejected');
    await press('Keep this: Done: Rejected, Somebody');
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([{ kind: 'resolveConflict', keep: 'c2' }]),
    );
  });

  it('keeps what was set aside readable', async () => {
    openStep(hotelAddress, {
      overruled: [
        {
          event: asId<EventId>('o1'),
          verdict: 'skipped',
          outcome: null,
          text: 'Too dear',
          by: jon,
          at: at('2026-11-24T09:00:00'),
        },
      ],
    });
    await screen.findByRole('heading', { name: messages.step.overruled });
    expect(screen.getByText('Too dear').closest('li')?.textContent).toContain('Jon, 09:00Skipped');
  });

  it('opens a fact that it reads in the place of the step, and comes back', async () => {
    openStep(hotelAddress);
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(await sheet.findByRole('button', { name: /Flight lands/ }));
    await screen.findByRole('heading', { level: 2, name: 'Flight lands' });
    await press(messages.frame.back);
    await screen.findByRole('heading', { level: 2, name: 'Reserve the hotel' });
  });
});

describe('Why a step stands where it stands', () => {
  it.each<[string, Partial<StepView>, string]>([
    ['a branch not taken', { withdrawnBecause: 'deadPath' }, 'What was chosen before it leads another way.'],
    [
      'another was enough',
      { withdrawnBecause: 'restCancelled' },
      'Another one was enough, so this one was let go.',
    ],
    [
      'a condition',
      {
        withdrawnBecause: 'condition',
        onlyIf: onlyFrom(10_000),
      },
      'Only if Amount is at least €10,000.',
    ],
    [
      'provisional',
      { tone: 'provisional', startsAfter: [ref('flights', 'Book flights', 'turn')] },
      'Rests on Book flights, which is being done again.',
    ],
    [
      'provisional on a doubtful step',
      { tone: 'provisional', startsAfter: [ref('flights', 'Book flights', 'recheck')] },
      'Rests on Book flights, which is to be checked again.',
    ],
    ['scheduled', { startsAt: at('2026-12-01T09:00:00') }, 'Starts 09:00 Tue 1 Dec'],
    ['ahead', { ahead: true }, situation.ahead],
    ['surplus', { surplus: true }, situation.surplus],
    ['better after another', {}, 'Better after Airport transfer'],
  ])('says it in words: %s', async (_what, more, words) => {
    openStep(hotelAddress, more);
    await screen.findByText(words);
  });

  it('links to the flow when that is paused, and moves nothing', async () => {
    openStep(hotelAddress, { runSuspended: true, actions: actionsOf({ handOver: true, cancel: true }) });
    const link = await screen.findByRole('link', { name: situation.openFlow });
    expect(link.getAttribute('href')).toBe('/flows/run-trip');
    expect(screen.queryByRole('button', { name: messages.step.done })).toBeNull();
    expect(screen.queryByRole('button', { name: messages.step.stuck })).toBeNull();
  });

  it('lets a paused step go on', async () => {
    const household = openStep(hotelAddress, { tone: 'paused', actions: actionsOf({ resume: true }) });
    await press(messages.step.resume);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'resumeStep', occurrence: hotelStep }]),
    );
  });

  it('lists its rounds, and an earlier one leads to the present one', async () => {
    openStep(reviewAddress);
    const earlier = await screen.findByRole('link', { name: 'Round 1' });
    expect(earlier.getAttribute('href')).toBe('/flows/run-contract/review~~1');
    expect(earlier.closest('li')?.textContent).toContain('Needs changes, You, 11:00 Fri 20 Nov');
    cleanup();
    openStep(reviewAddress, { iteration: 1, key: keyOf('review'), actions: actionsOf({}) });
    const present = await screen.findByRole('link', { name: 'Go to round 2' });
    expect(present.getAttribute('href')).toBe('/flows/run-contract/review~~2');
    expect(screen.queryByRole('textbox', { name: messages.step.addNote })).toBeNull();
    expect(screen.queryByRole('button', { name: new RegExp(messages.step.changeDue) })).toBeNull();
  });
});
