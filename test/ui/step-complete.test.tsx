// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { Occurrence } from '../../src/model/occurrence.ts';
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
import { arrivalFact } from '../support/tuesday-facts.ts';
import { ana, at, noor, ref } from '../support/tuesday-people.ts';
import { conflictView } from '../support/tuesday-steps.ts';

const second: Occurrence = { step: asId<StepId>('review'), items: [], iteration: 2 };

afterEach(cleanup);

describe('Completing a step', () => {
  it('takes one tap when there is nothing to fill in', async () => {
    const household = openStep(hotelAddress, { writes: [arrivalFact] });
    await press(messages.step.done);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'completeStep', occurrence: hotelStep }]),
    );
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
          occurrence: hotelStep,
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
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'completeStep', occurrence: hotelStep }]),
    );
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

  it('tells a step that is done again once, though it can start', async () => {
    const draft = ref('draft', 'Write the draft', 'done');
    openStep(reviewAddress, {
      outcomes: [
        {
          id: 'changes',
          name: 'Needs changes',
          follows: { ready: [draft], withdrawn: [], stillWaiting: [], redone: [draft] },
          redosLeft: 2,
        },
      ],
    });
    const button = await screen.findByRole('button', { name: /Needs changes/ });
    expect(button.textContent).toBe('Needs changes Write the draft is done again, 1 more round after that.');
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
    fireEvent.click(within(card).getByRole('button', { name: situation.takeOffered }));
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
    await screen.findByText(situation.irreversibleOpen);
    household.push('step', {
      closedAt: at('2026-11-24T09:00:00'),
      closedBy: [ana],
      writes: [],
      actions: actionsOf({ amend: true }),
    });
    await screen.findByText(situation.irreversibleDone);
    expect(screen.queryByRole('button', { name: messages.step.reopen })).toBeNull();
    await press(messages.step.amend);
    fireEvent.input(await screen.findByRole('textbox', { name: messages.facts.amendNote }), {
      target: { value: 'Rang them, two rooms now' },
    });
    await press(messages.facts.amendSave);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'amendStep', occurrence: hotelStep, note: 'Rang them, two rooms now' },
      ]),
    );
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
        occurrence: hotelStep,
        including: ['budget', 'elsewhere'],
      }),
    );
  });

  it('names facts, and the people who can say them', async () => {
    const household = openStep(hotelAddress, { writes: [] });
    household.answer({
      ok: false,
      error: { type: 'factsMissing', step: hotelStep.step, facts: [arrivalFact.fact], who: [noor.id] },
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
