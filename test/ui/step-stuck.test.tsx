// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import {
  actionsOf,
  commandsOf,
  hotelAddress,
  hotelStep,
  openStep,
  press,
  waitAddress,
} from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { checkInFact } from '../support/tuesday-facts.ts';
import { nowView } from '../support/tuesday-morning.ts';
import { ana, noor, hotel as casa } from '../support/tuesday-people.ts';

afterEach(cleanup);

describe('Waiting for somebody outside', () => {
  it('starts for a person outside or for anything in words', async () => {
    const household = openStep(hotelAddress, { people: [ana, noor, casa] });
    await press(messages.step.menu);
    fireEvent.click(screen.getByRole('menuitem', { name: messages.waiting.start, hidden: true }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Casa do Largo' }));
    await press('Wait for Casa do Largo');
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'startWaiting', occurrence: hotelStep, on: 'Casa do Largo', person: 'hotel' },
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
      expect(commandsOf(again)).toEqual([{ kind: 'startWaiting', occurrence: hotelStep, on: 'the bank' }]),
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
        { kind: 'failStep', occurrence: hotelStep, reason: 'Line was busy' },
        { kind: 'retryStep', occurrence: hotelStep },
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
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'cancelStep', occurrence: hotelStep }]),
    );
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
      expect(commandsOf(household)).toEqual([
        { kind: 'startWaiting', occurrence: hotelStep, on: 'the hotel' },
      ]),
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
    await waitFor(() => expect(commandsOf(household)).toEqual([{ kind: 'skipStep', occurrence: hotelStep }]));
  });
});
