// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { presenceWords } from '../../src/i18n/core/en/presence.ts';
import { commandsOf, hotelAddress, openStep, press } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { arrivalFact, fact } from '../support/tuesday-facts.ts';
import { appView, nowView, peopleView } from '../support/tuesday-morning.ts';
import { ana, at, jon, keyOf, noor, sam, trip, zone } from '../support/tuesday-people.ts';
import { flowView } from '../support/tuesday-trip.ts';

const words = presenceWords(createFormats({ locale: 'en-GB', zone }));
const noteFact = fact('place', 'Hotel', 'text', null);
const hotelPlace = { run: trip, key: keyOf('hotel') };

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const noteField = (): Promise<HTMLTextAreaElement> =>
  screen.findByLabelText<HTMLTextAreaElement>(messages.step.addNote);

function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  fireEvent.input(field, { target: { value: text } });
  field.setSelectionRange(2, 4);
}

/** It is the same field, with the same text, focus and caret. */
function expectUntouched(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  expect(field.isConnected).toBe(true);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe(text);
  expect([field.selectionStart, field.selectionEnd]).toEqual([2, 4]);
}

/** Everything that may arrive, a few times, as when somebody else is busy. */
async function patchEverything(push: ReturnType<typeof openApp>['push']): Promise<void> {
  for (const count of [1, 2, 3]) {
    const others = [sam, noor, jon].slice(0, count);
    push('app', { ...appView, here: others, holdingCount: count });
    push('now', { ...nowView, holdingCount: count });
    push('flow', { ...flowView, title: `Flow ${String(count)}` });
    push('people', {
      ...peopleView,
      people: peopleView.people.slice(0, count + 1),
      spaceName: `N${String(count)}`,
    });
    push('step', {
      lookers: others,
      writers: others,
      notes: others.map((by, index) => ({
        event: `n${String(index)}` as never,
        by,
        at: at('2026-11-24T09:00:00'),
        text: 'Theirs',
      })),
      reads: [{ ...arrivalFact, name: `Landing ${String(count)}` }],
    });
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}

describe('Who is here', () => {
  it('stands on Now and in the rail, as a link that says it, and goes again', async () => {
    const household = openApp('/');
    await screen.findByRole('heading', { level: 1 });
    household.push('app', { here: [sam] });
    const [first] = await screen.findAllByRole('link', { name: words.here(['Sam']) });
    expect(first?.getAttribute('href')).toBe('/people');
    household.push('app', { here: [sam, noor] });
    await screen.findAllByRole('link', { name: 'Sam and Noor are here' });
    household.push('app', { here: [] });
    await waitFor(() => expect(screen.queryByRole('link', { name: /here/ })).toBeNull());
  });

  it('is said beside the name on People', async () => {
    const household = openApp('/people');
    await screen.findByRole('heading', { name: messages.people.title });
    expect(screen.queryByText(words.hereNow)).toBeNull();
    household.push('people', {
      people: peopleView.people.map((person) => ({ ...person, here: person.id === sam.id })),
    });
    const said = await screen.findByText(words.hereNow);
    within(said.closest('li') as HTMLElement).getByRole('button', { name: sam.name });
  });

  it('is said on the step: who looks, and beside the note field who writes', async () => {
    const household = openStep(hotelAddress);
    await noteField();
    household.push('step', { lookers: [sam, noor], writers: [sam] });
    await screen.findByText(words.looking(['Sam', 'Noor']));
    const status = await screen.findByText(words.writing(['Sam']));
    expect(status.getAttribute('role')).toBe('status');
    household.push('step', { lookers: [], writers: [] });
    await waitFor(() => expect(screen.queryByText(/is looking|is writing/)).toBeNull());
    expect(status.isConnected).toBe(true);
  });
});

describe('A note that is being written', () => {
  it('is told once, and told to be over when the field is left, emptied, sent or closed', async () => {
    const household = openStep(hotelAddress);
    const field = await noteField();
    type(field, 'One');
    type(field, 'One t');
    expect(household.typing).toEqual([hotelPlace]);
    fireEvent.focusOut(field);
    expect(household.typing).toEqual([hotelPlace, null]);
    type(field, 'One two');
    type(field, '');
    expect(household.typing).toEqual([hotelPlace, null, hotelPlace, null]);
    type(field, 'Again');
    await press(messages.step.saveNote);
    await waitFor(() => expect(field.value).toBe(''));
    expect(household.typing.at(-1)).toBeNull();
    type(field, 'Once more');
    expect(household.typing.at(-1)).toEqual(hotelPlace);
    cleanup();
    expect(household.typing.at(-1)).toBeNull();
  });

  it('survives closing the step and a reload, and is gone when it was sent', async () => {
    openStep(hotelAddress);
    type(await noteField(), 'Ask for a late check-out');
    cleanup();
    openStep(hotelAddress);
    expect((await noteField()).value).toBe('Ask for a late check-out');
    await press(messages.step.saveNote);
    await waitFor(async () => expect((await noteField()).value).toBe(''));
    cleanup();
    openStep(hotelAddress);
    expect((await noteField()).value).toBe('');
  });

  it('keeps what was typed on while it was sent, and only that', async () => {
    const household = openStep(hotelAddress);
    const field = await noteField();
    type(field, 'First.');
    household.answer(() => {
      type(field, 'First. Second.');
      return { ok: true, value: {} };
    });
    await press(messages.step.saveNote);
    await waitFor(() => expect(field.value).toBe('Second.'));
    expect(commandsOf(household)).toMatchObject([{ kind: 'addNote', text: 'First.' }]);
  });

  it('stays when it could not be saved', async () => {
    const household = openStep(hotelAddress);
    const field = await noteField();
    type(field, 'Important');
    household.answer({ ok: false, error: { type: 'storageFull' } });
    await press(messages.step.saveNote);
    await screen.findByText(messages.failure({ type: 'storageFull' }).what);
    expect(field.value).toBe('Important');
  });

  it('can still be sent when the step is done over meanwhile', async () => {
    const household = openStep(hotelAddress);
    const field = await noteField();
    type(field, 'For the round that was');
    const pass = { tone: 'done', outcome: null, closedAt: null, closedBy: [ana], reason: null } as const;
    household.push('step', {
      passes: [
        { ...pass, iteration: 1, key: keyOf('hotel') },
        { ...pass, iteration: 2, key: keyOf('hotel', 2) },
      ],
    });
    await new Promise((resolve) => void setTimeout(resolve, 5));
    expectUntouched(field, 'For the round that was');
  });
});

describe('What I type is never touched by what arrives', () => {
  it('in the note of a step', async () => {
    const { push } = openStep(hotelAddress);
    const field = await noteField();
    type(field, 'My own words');
    await patchEverything(push);
    await screen.findAllByText('Theirs');
    expectUntouched(field, 'My own words');
  });

  it('in a flow that is being typed', async () => {
    const { push } = openApp('/new');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: captureWords(messages.formats).label,
    });
    type(field, 'Book\nPack');
    await patchEverything(push);
    expectUntouched(field, 'Book\nPack');
  });

  it('in a fact that is filled in on a step', async () => {
    const { push } = openStep(hotelAddress, { writes: [noteFact] });
    await press(new RegExp(noteFact.name));
    const field = await screen.findByRole<HTMLInputElement>('textbox');
    type(field, 'Casa do Largo');
    await patchEverything(push);
    expectUntouched(field, 'Casa do Largo');
  });

  it('in a new name, and in one that is changed', async () => {
    const { push } = openApp('/people');
    await press(messages.people.add);
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByLabelText<HTMLInputElement>(messages.people.name);
    type(field, 'Grandma');
    await patchEverything(push);
    expectUntouched(field, 'Grandma');
    cleanup();
    const again = openApp('/people');
    await press(sam.name);
    const name = await screen.findByLabelText<HTMLInputElement>(messages.people.name);
    type(name, 'Samuel');
    await patchEverything(again.push);
    expectUntouched(name, 'Samuel');
  });
});
