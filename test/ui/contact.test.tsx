// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactWords } from '../../src/i18n/core/en/contact.ts';
import type { ContactView, ReachView } from '../../src/views/contact-view.ts';
import type { StepView } from '../../src/views/step-view.ts';
import { actionsOf, commandsOf, hotelAddress, hotelStep, openStep, press } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { checkInFact } from '../support/tuesday-facts.ts';
import { nowView, tuesdayViews } from '../support/tuesday-morning.ts';
import { at, hotel as casa, sam, tuesdayMorning } from '../support/tuesday-people.ts';

const words = contactWords(messages.formats, messages.times);

/** Followed for real it would leave the page. */
const stay = (event: Event): void => {
  if (event.target instanceof Element && event.target.closest('a[href*=":"]') !== null)
    event.preventDefault();
};
beforeEach(() => document.addEventListener('click', stay));
afterEach(() => {
  document.removeEventListener('click', stay);
  cleanup();
  Reflect.deleteProperty(navigator, 'share');
});

const reach = (channels: ReachView['channels']): ReachView => ({ person: casa, name: casa.name, channels });
const contact = (to: ReachView | null, how: ContactView['how'] = 'text'): ContactView => ({
  how,
  to,
  subject: [{ kind: 'words', text: 'Room' }],
  text: [
    { kind: 'words', text: 'Check-in: ' },
    { kind: 'fact', fact: { ...checkInFact, value: null } },
  ],
});
const asking = (to: ReachView | null, more: Partial<StepView> = {}): Partial<StepView> => ({
  stepKind: 'contact',
  contact: contact(to),
  actions: actionsOf({ contact: true, reply: true, complete: true, stuck: true }),
  waitingOn: null,
  inTheWay: [],
  outcomes: [],
  ...more,
});
const linkOf = async (name: string): Promise<string> =>
  (await screen.findByRole('link', { name })).getAttribute('href') ?? '';

describe('a contact step', () => {
  it('opens the messages with the text as it was changed, then waits and asks whether they answered', async () => {
    const household = openStep(hotelAddress, asking(reach({ phone: '+351 912 345' })));
    await press(words.open('text', casa.name));
    const field = await screen.findByRole('textbox', { name: words.text });
    expect(field).toHaveProperty('value', `Check-in: [${checkInFact.name}?]`);
    expect(screen.getByText(words.gaps([checkInFact.name]))).toBeTruthy();
    fireEvent.input(field, { target: { value: 'When & where?' } });
    expect(await linkOf(`Text ${casa.name}`)).toBe('sms:+351912345?body=When%20%26%20where%3F');
    fireEvent.click(screen.getByRole('link', { name: `Text ${casa.name}` }));
    await screen.findByRole('heading', { name: words.answerTitle(casa.name) });
    expect(commandsOf(household)).toEqual([
      { kind: 'startWaiting', occurrence: hotelStep, on: casa.name, person: casa.id },
    ]);
    await press(words.yes);
    await screen.findByRole('heading', { name: messages.waiting.replyTitle });
  });

  it('tries again when there was no answer, in whichever way', async () => {
    const household = openStep(hotelAddress, asking(reach({ phone: '1', mail: 'h@x.org' })));
    await press(words.open('text', casa.name));
    fireEvent.click(await screen.findByRole('link', { name: `Call ${casa.name}` }));
    await press(words.noAnswer);
    await screen.findByRole('link', { name: `Mail ${casa.name}` });
    expect(commandsOf(household).map(({ kind }) => kind)).toEqual(['startWaiting', 'endWaiting']);
  });

  it('waits anew once they were asked once more', async () => {
    const waitingOn = { on: words.theOtherSide, person: null, since: tuesdayMorning };
    const household = openStep(hotelAddress, asking(null, { contact: contact(null, 'mail'), waitingOn }));
    await press(words.again);
    fireEvent.click(await screen.findByRole('link', { name: 'Mail' }));
    await screen.findByRole('heading', { name: words.answerTitle(null) });
    expect(commandsOf(household).map(({ kind }) => kind)).toEqual(['endWaiting', 'startWaiting']);
  });

  it('writes an address out, so that it can be opened where it is read', async () => {
    const url = 'https://example.org/sign-in';
    const fact = { ...checkInFact, kind: 'link', value: { kind: 'link', url } } as const;
    const text = [{ kind: 'fact', fact }] as const;
    openStep(hotelAddress, asking(null, { contact: { ...contact(null, 'mail'), text } }));
    await press(words.open('mail', null));
    expect(await linkOf('Mail')).toContain(encodeURIComponent(url));
  });

  it('can be done without an answer', async () => {
    const household = openStep(hotelAddress, asking(null, { contact: contact(null, 'mail') }));
    await press(words.open('mail', null));
    expect(await linkOf('Mail')).toMatch(/^mailto:\?subject=Room&body=/);
    fireEvent.click(screen.getByRole('link', { name: 'Mail' }));
    await press(words.doneAnyway);
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        { kind: 'startWaiting', on: words.theOtherSide },
        { kind: 'completeStep' },
      ]),
    );
  });

  it('asks for the number where there is none, and says what is no number', async () => {
    const household = openStep(hotelAddress, { ...asking(reach({})), mayPlan: true });
    await press(words.open('text', casa.name));
    await press(words.addNumber);
    const field = await screen.findByRole('textbox', { name: words.number(casa.name) });
    fireEvent.input(field, { target: { value: 'ask them' } });
    await press(words.save);
    expect(screen.getByText(words.numberUnreadable)).toBeTruthy();
    fireEvent.input(field, { target: { value: ' +351 1 ' } });
    await press(words.save);
    await waitFor(() =>
      expect(household.intents).toContainEqual({
        kind: 'changePerson',
        person: casa.id,
        set: { channels: { phone: '+351 1' } },
      }),
    );
  });

  it('makes somebody outside of a name that nobody has yet', async () => {
    const unknown: ReachView = { person: null, name: 'The hotel', channels: {} };
    const household = openStep(hotelAddress, { ...asking(unknown), mayPlan: true });
    await press(words.open('text', 'The hotel'));
    await press(words.addNumber);
    fireEvent.input(await screen.findByRole('textbox', { name: words.number('The hotel') }), {
      target: { value: '555' },
    });
    await press(words.save);
    await waitFor(() =>
      expect(household.intents).toContainEqual({ kind: 'addPerson', person: { name: 'The hotel' } }),
    );
  });

  it('shares through the system, or copies where nothing can be shared; a change of mind sends nothing', async () => {
    const share = vi.fn(() => Promise.reject(new DOMException('no', 'AbortError')));
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    const household = openStep(hotelAddress, asking(null));
    await press(words.open('text', null));
    await press('Share');
    expect(share).toHaveBeenCalledWith({ text: `Check-in: [${checkInFact.name}?]`, title: 'Room' });
    expect(commandsOf(household)).toEqual([]);
    share.mockImplementation(() => Promise.resolve() as Promise<never>);
    await press('Share');
    await screen.findByRole('heading', { name: words.answerTitle(null) });
    expect(commandsOf(household)).toMatchObject([{ kind: 'startWaiting' }]);
  });
});

describe('a nudge', () => {
  const nudge = { to: { person: sam, name: 'Sam', channels: { phone: '555' } }, waitedFor: false };

  it('goes out in kind words from the step’s menu, and is noted', async () => {
    const household = openStep(hotelAddress, { nudge });
    await press(messages.step.menu);
    fireEvent.click(screen.getByRole('menuitem', { name: words.nudge('Sam'), hidden: true }));
    const field = await screen.findByRole('textbox', { name: words.text });
    expect((field as HTMLTextAreaElement).value).toMatch(/^Hello Sam, how is “.+” \(.+\) coming along\?/);
    fireEvent.click(screen.getByRole('link', { name: 'Text Sam' }));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        { kind: 'sendNudge', occurrence: hotelStep, to: sam.id, how: 'text' },
      ]),
    );
  });

  it('is told on the step, and asked for again by that name', async () => {
    const sent = { by: sam, to: casa, how: 'call' as const, at: at('2026-11-24T07:41:00') };
    openStep(hotelAddress, { nudge, nudges: [sent] });
    await screen.findByText('Sam nudged Casa do Largo 2 hours ago');
    await press(messages.step.menu);
    expect(screen.getByRole('menuitem', { name: words.nudgeAgain('Sam'), hidden: true })).toBeTruthy();
  });

  it('is offered in Now where somebody can be nudged, and not again at once', async () => {
    const [form, notes] = nowView.nudge;
    if (form === undefined || notes === undefined) throw new Error('two lines');
    const lines = (nudgedAt: number | null) => (query: Parameters<typeof tuesdayViews>[0]) => {
      const view = tuesdayViews(query);
      return view?.kind === 'now' ? { ...view, nudge: [form, { ...notes, nudge, nudgedAt }] } : view;
    };
    openApp('/', lines(null));
    const named = messages.now.nudgeAbout('Sam', notes.title);
    await screen.findByRole('button', { name: named });
    expect(
      screen.getByRole('link', { name: messages.now.lookAt(messages.now.look, form.title) }),
    ).toBeTruthy();
    cleanup();
    openApp('/', lines(tuesdayMorning - 2 * 3_600_000));
    await screen.findByText('Nudged 2 hours ago');
    expect(screen.queryByRole('button', { name: named })).toBeNull();
    cleanup();
    openApp('/', lines(tuesdayMorning - 5 * 3_600_000));
    await screen.findByRole('button', { name: named });
  });
});
