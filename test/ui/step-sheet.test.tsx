// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type EventId, type StepId } from '../../src/model/ids.ts';
import { firstOccurrence, type Occurrence } from '../../src/model/occurrence.ts';
import type { StepView } from '../../src/views/step-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import type { ScriptedHousehold } from '../support/scripted-household.ts';
import { arrivalFact, budgetFact, checkInFact } from '../support/tuesday-facts.ts';
import { nowView, tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, at, hotel as casa, jon, keyOf, noor, ref, sam, trip } from '../support/tuesday-people.ts';
import { conflictView } from '../support/tuesday-steps.ts';

// The DOM of these tests knows no popovers; a menu's items are in it all the same.
HTMLElement.prototype.hidePopover = () => {};

const hotel = firstOccurrence(asId<StepId>('hotel'));
const second: Occurrence = { step: asId<StepId>('review'), items: [], iteration: 2 };
const hotelAddress = '/flows/run-trip/hotel~~1';
const reviewAddress = '/flows/run-contract/review~~2';
const waitAddress = '/flows/run-contract/details~~1';

/** One of the fixed steps, with something about it changed. */
function openStep(address: string, more: Partial<StepView> = {}): ScriptedHousehold {
  return openApp(address, (query) => {
    const view = tuesdayViews(query);
    return view?.kind === 'step' ? { ...view, ...more } : view;
  });
}
const actionsOf = (more: Partial<StepView['actions']>): StepView['actions'] => ({
  complete: false,
  stuck: false,
  skip: false,
  handOver: false,
  retry: false,
  reopen: false,
  take: false,
  recheck: false,
  amend: false,
  cancel: false,
  wait: false,
  reply: false,
  pause: false,
  resume: false,
  ...more,
});
const commandsOf = (household: ScriptedHousehold) =>
  household.intents.flatMap((intent) => (intent.kind === 'command' ? [intent.command] : []));
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

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
        command: { kind: 'tickChecklist', occurrence: hotel, item: 'invoice', ticked: true },
      }),
    );
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

describe('Completing a step', () => {
  it('takes one tap when there is nothing to fill in', async () => {
    const household = openStep(hotelAddress, { writes: [arrivalFact] });
    await press(messages.step.done);
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'completeStep', occurrence: hotel }]));
  });

  it('asks what came out of it, and sends the facts along', async () => {
    const household = openStep(hotelAddress);
    await press(messages.step.done);
    await screen.findByRole('heading', { level: 2, name: messages.step.tellsTitle });
    const time = screen.getByRole('group', { name: 'Hotel check-in' });
    fireEvent.input(within(time).getByLabelText('Day'), { target: { value: '2026-12-02' } });
    fireEvent.input(within(time).getByLabelText('Time'), { target: { value: '15:00' } });
    await press(messages.step.done);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        {
          kind: 'completeStep',
          occurrence: hotel,
          facts: {
            checkin: { kind: 'instant', at: at('2026-12-02T15:00:00'), zone: 'Europe/Lisbon' },
          },
        },
      ]),
    );
  });

  it('completes without them on Later, and never sends a value that is half typed', async () => {
    const household = openStep(hotelAddress);
    await press(messages.step.done);
    const time = await screen.findByRole('group', { name: 'Hotel check-in' });
    fireEvent.input(within(time).getByLabelText('Day'), { target: { value: '2026-12-02' } });
    await press(messages.step.done);
    await screen.findByText(messages.facts.input.problem('noTime'));
    expect(household.intents).toEqual([]);
    await press(messages.step.later);
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'completeStep', occurrence: hotel }]));
  });

  it('asks again in a new round for what the round before told', async () => {
    openStep(hotelAddress, { writes: [{ ...arrivalFact, unconfirmed: true }] });
    await press(messages.step.done);
    await screen.findByRole('group', { name: 'Flight lands' });
    expect(screen.getByLabelText('Time')).toHaveProperty('value', '16:10');
  });

  it('offers one button for every outcome, each with what follows, and no plain Done', async () => {
    const household = openStep(reviewAddress);
    const group = await screen.findByRole('group', { name: messages.step.howItEnds });
    expect(
      within(group)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual([
      'Fine as it is Sign still waits for something else.',
      'Needs changes Write the draft and Legal review are done again, for the last time.',
      'Not with us Sign is no longer needed.',
    ]);
    expect(screen.queryByRole('button', { name: messages.step.done })).toBeNull();
    fireEvent.click(within(group).getByRole('button', { name: /Needs changes/ }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'completeStep', occurrence: second, outcome: 'changes' },
      ]),
    );
  });

  it('keeps an outcome away that the plan allows no more rounds for', async () => {
    openStep(reviewAddress, {
      outcomes: [
        {
          id: 'changes',
          name: 'Needs changes',
          follows: { ready: [], withdrawn: [], stillWaiting: [], redone: [] },
          redosLeft: 0,
        },
      ],
    });
    const button = await screen.findByRole('button', { name: /Needs changes.*as many rounds/ });
    expect(button).toHaveProperty('disabled', true);
  });

  it('takes a result that somebody had before they knew of the new round', async () => {
    const household = openStep(reviewAddress);
    const card = await screen.findByRole('region', { name: 'Sam had already done it' });
    expect(card.textContent).toContain('Fine as it is');
    fireEvent.click(within(card).getByRole('button', { name: messages.situation.takeOffered }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'completeStep', occurrence: second, outcome: 'fine' }]),
    );
  });

  it('turns steps in the way into an offer to mark them done too', async () => {
    const household = openStep('/flows/run-trip/dinner~~1', { writes: [] });
    await press(messages.step.doneToo(2));
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        { kind: 'completeStep', including: conflictView.inTheWay.map((step) => step.step) },
      ]),
    );
  });

  it('says before it is done that it cannot be undone, and afterwards offers to put it right', async () => {
    const household = openStep(hotelAddress, { irreversible: true });
    await screen.findByText(messages.situation.irreversibleOpen);
    household.push('step', {
      closedAt: at('2026-11-24T09:00:00'),
      closedBy: [ana],
      writes: [],
      actions: actionsOf({ amend: true }),
    });
    await screen.findByText(messages.situation.irreversibleDone);
    expect(screen.queryByRole('button', { name: messages.step.reopen })).toBeNull();
    await press(messages.step.amend);
    fireEvent.input(await screen.findByRole('textbox', { name: messages.facts.amendNote }), {
      target: { value: 'Rang them, two rooms now' },
    });
    await press(messages.facts.amendSave);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'amendStep', occurrence: hotel, note: 'Rang them, two rooms now' },
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
    await press(/Flight lands/);
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
        onlyIf: {
          name: 'Amount',
          kind: 'money',
          options: [],
          is: 'atLeast',
          value: { kind: 'money', amount: 10_000, currency: 'EUR' },
        },
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
    ['ahead', { ahead: true }, messages.situation.ahead],
    ['surplus', { surplus: true }, messages.situation.surplus],
    ['better after another', {}, 'Better after Airport transfer'],
  ])('says it in words: %s', async (_what, more, words) => {
    openStep(hotelAddress, more);
    await screen.findByText(words);
  });

  it('links to the flow when that is paused, and moves nothing', async () => {
    openStep(hotelAddress, { runSuspended: true, actions: actionsOf({ handOver: true, cancel: true }) });
    const link = await screen.findByRole('link', { name: messages.situation.openFlow });
    expect(link.getAttribute('href')).toBe('/flows/run-trip');
    expect(screen.queryByRole('button', { name: messages.step.done })).toBeNull();
    expect(screen.queryByRole('button', { name: messages.step.stuck })).toBeNull();
  });

  it('lets a paused step go on', async () => {
    const household = openStep(hotelAddress, { tone: 'paused', actions: actionsOf({ resume: true }) });
    await press(messages.step.resume);
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'resumeStep', occurrence: hotel }]));
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
  });
});

describe('Waiting for somebody outside', () => {
  it('starts for a person outside or for anything in words', async () => {
    const household = openStep(hotelAddress, { people: [ana, noor, casa] });
    await press(messages.step.menu);
    fireEvent.click(screen.getByRole('menuitem', { name: messages.waiting.start, hidden: true }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Casa do Largo' }));
    await press('Wait for Casa do Largo');
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'startWaiting', occurrence: hotel, on: 'Casa do Largo', person: 'hotel' },
      ]),
    );
    cleanup();
    const again = openStep(hotelAddress);
    await press(messages.step.menu);
    fireEvent.click(screen.getByRole('menuitem', { name: messages.waiting.start, hidden: true }));
    fireEvent.input(await screen.findByRole('textbox', { name: messages.waiting.who }), {
      target: { value: ' the bank ' },
    });
    await press('Wait for the bank');
    await waitFor(() =>
      expect(commandsOf(again)).toEqual([{ kind: 'startWaiting', occurrence: hotel, on: 'the bank' }]),
    );
  });

  it('says since when, and can be stopped', async () => {
    const household = openStep(waitAddress);
    const card = await screen.findByRole('region', { name: 'Waiting for Hartwell' });
    expect(card.textContent).toContain('since 10:00 Sat 21 Nov');
    fireEvent.click(within(card).getByRole('button', { name: messages.waiting.stop }));
    await waitFor(() => expect(commandsOf(household)).toMatchObject([{ kind: 'endWaiting' }]));
  });

  it('notes what they said, and completes a step that only waited for it', async () => {
    const household = openStep(waitAddress, { writes: [{ ...checkInFact, kind: 'text', name: 'Register' }] });
    await press(messages.waiting.answered);
    fireEvent.input(await screen.findByRole('textbox', { name: messages.waiting.replyText }), {
      target: { value: 'All there' },
    });
    fireEvent.input(screen.getByRole('textbox', { name: 'Register' }), { target: { value: 'HRB 7' } });
    await press(messages.waiting.replyDone);
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        { kind: 'recordReply', text: 'All there', facts: { checkin: { kind: 'text', text: 'HRB 7' } } },
        { kind: 'completeStep' },
      ]),
    );
  });

  it('only notes it where the step goes on', async () => {
    const household = openStep(waitAddress, { stepKind: 'task' });
    await press(messages.waiting.answered);
    expect(screen.queryByRole('button', { name: messages.waiting.replyDone })).toBeNull();
    await press(messages.waiting.replyRecord);
    await waitFor(() => expect(commandsOf(household)).toMatchObject([{ kind: 'recordReply' }]));
    expect(commandsOf(household)).toHaveLength(1);
  });
});

describe('Stuck', () => {
  const openStuck = async () => {
    const household = openApp('/');
    fireEvent.click(await screen.findByRole('button', { name: messages.now.stuck }));
    const dialog = await screen.findByRole('dialog');
    return { household, dialog: within(dialog) };
  };

  it('chooses nothing by itself, then names the choice on the button', async () => {
    const { household, dialog } = await openStuck();
    expect(dialog.getByRole('button', { name: messages.step.chooseFirst })).toHaveProperty('disabled', true);
    fireEvent.click(dialog.getByRole('radio', { name: /Ask Noor, the backup/ }));
    fireEvent.input(dialog.getByRole('textbox'), { target: { value: ' Nobody answers ' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Pass it to Noor' }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({
        command: { kind: 'reassignStep', to: 'noor', note: 'Nobody answers' },
      }),
    );
    expect(nowView.hero?.title).toBe('Reserve the hotel');
  });

  it('asks for a few words before it notes that something is in the way', async () => {
    const { household, dialog } = await openStuck();
    fireEvent.click(dialog.getByRole('radio', { name: /Just note it/ }));
    fireEvent.click(dialog.getByRole('button', { name: messages.step.noteOption }));
    await dialog.findByText(messages.step.sayWhy);
    expect(household.intents).toEqual([]);
  });

  it('notes the try that failed and leaves it with the same person', async () => {
    const { household, dialog } = await openStuck();
    fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'Line was busy' } });
    fireEvent.click(dialog.getByRole('radio', { name: /Try again Try 2/ }));
    fireEvent.click(dialog.getByRole('button', { name: messages.step.tryAgain }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'failStep', occurrence: hotel, reason: 'Line was busy' },
        { kind: 'retryStep', occurrence: hotel },
      ]),
    );
  });

  it('says what follows from skipping and from not needing it, which differ', async () => {
    const { household, dialog } = await openStuck();
    expect(dialog.getByRole('radio', { name: /Skip it.*Hotel check-in time can start/ })).toBeTruthy();
    fireEvent.click(
      dialog.getByRole('radio', { name: /Not needed any more.*Hotel check-in time is no longer needed/ }),
    );
    fireEvent.click(dialog.getByRole('button', { name: messages.step.cancelOption }));
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'cancelStep', occurrence: hotel }]));
  });

  it('waits for somebody outside once it is said for whom', async () => {
    const { household, dialog } = await openStuck();
    fireEvent.click(dialog.getByRole('radio', { name: /Wait for somebody outside/ }));
    expect(dialog.getByRole('button', { name: messages.waiting.startAction })).toHaveProperty(
      'disabled',
      true,
    );
    fireEvent.input(dialog.getByRole('textbox', { name: messages.waiting.who }), {
      target: { value: 'the hotel' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'Wait for the hotel' }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'startWaiting', occurrence: hotel, on: 'the hotel' }]),
    );
  });

  it('shows no way out that the step does not allow', async () => {
    openStep(hotelAddress, { actions: actionsOf({ stuck: true }), backup: null });
    await press(messages.step.stuck);
    const ways = await screen.findAllByRole('radio');
    expect(ways.map((way) => way.closest('label')?.textContent)).toEqual([
      expect.stringContaining(messages.step.tryAgain),
      expect.stringContaining(messages.step.noteOption),
    ]);
  });

  it('offers to skip and to cancel a step that has not begun, from its menu', async () => {
    const household = openStep(hotelAddress, { actions: actionsOf({ skip: true, cancel: true }) });
    await press(messages.step.menu);
    fireEvent.click(screen.getByRole('menuitem', { name: messages.step.doWithout, hidden: true }));
    fireEvent.click(await screen.findByRole('radio', { name: /Skip it/ }));
    await press(messages.step.skipOption);
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'skipStep', occurrence: hotel }]));
  });
});

describe('A refusal', () => {
  it('names the steps it is about, and offers the one tap that clears it', async () => {
    const household = openStep(hotelAddress, { writes: [] });
    household.answer((intent) =>
      intent.kind === 'command' && 'including' in intent.command
        ? { ok: true, value: {} }
        : {
            ok: false,
            error: {
              type: 'stepsInTheWay',
              step: asId<StepId>('hotel'),
              steps: [asId<StepId>('budget'), asId<StepId>('elsewhere')],
            },
          },
    );
    await press(messages.step.done);
    await screen.findByText('2 steps come first: Approve the budget and Another step.');
    await press(messages.wayOut.doneToo);
    await waitFor(() =>
      expect(commandsOf(household).at(-1)).toEqual({
        kind: 'completeStep',
        occurrence: hotel,
        including: ['budget', 'elsewhere'],
      }),
    );
  });

  it('names facts, and the people who can say them', async () => {
    const household = openStep(hotelAddress, { writes: [] });
    household.answer({
      ok: false,
      error: { type: 'factsMissing', step: hotel.step, facts: [arrivalFact.fact], who: [noor.id] },
    });
    await press(messages.step.done);
    await screen.findByText('“Flight lands” is not known yet, and this needs it.');
    await screen.findByText('Fill it in, or ask Noor.');
  });

  it('lets a paused flow go on', async () => {
    const household = openStep(hotelAddress, { writes: [] });
    household.answer({ ok: false, error: { type: 'runSuspended' } });
    await press(messages.step.done);
    await press(messages.wayOut.goOn);
    await waitFor(() => expect(commandsOf(household).at(-1)).toEqual({ kind: 'resumeRun' }));
  });
});
