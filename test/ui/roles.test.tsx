// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { roleWords } from '../../src/i18n/core/en/roles.ts';
import { asId, type RoleId } from '../../src/model/ids.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { peopleView, tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, jon, sam } from '../support/tuesday-people.ts';

const words = roleWords(messages.formats);
const finance = asId<RoleId>('finance');

afterEach(cleanup);

function openPeople() {
  return openApp('/people', (query) =>
    query.kind === 'people'
      ? { ...peopleView, roles: [{ id: finance, name: 'Finance', people: [ana.id, sam.id] }] }
      : tuesdayViews(query),
  );
}

const openRole = async () => {
  fireEvent.click(await screen.findByRole('button', { name: words.changeRole('Finance') }));
  return screen.findByRole('dialog');
};

describe('Roles', () => {
  it('say who is in them, and take others in or out under another name', async () => {
    const household = openPeople();
    await screen.findByText(words.people(['Ana', 'Sam']));
    const dialog = await openRole();
    fireEvent.input(within(dialog).getByLabelText(words.name), { target: { value: ' Money ' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Ana' }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Jon' }));
    fireEvent.click(within(dialog).getByRole('button', { name: words.save }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    expect(household.intents[0]).toMatchObject({ kind: 'saveRole', role: finance, name: 'Money' });
    expect(new Set((household.intents[0] as { people: readonly string[] }).people)).toEqual(
      new Set([sam.id, jon.id]),
    );
  });

  it('are made with a name', async () => {
    const household = openPeople();
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    const dialog = await screen.findByRole('dialog');
    const save = within(dialog).getByRole('button', { name: words.save });
    expect(save).toHaveProperty('disabled', true);
    fireEvent.input(within(dialog).getByLabelText(words.name), { target: { value: 'Drivers' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Sam' }));
    fireEvent.click(save);
    await waitFor(() =>
      expect(household.intents).toEqual([{ kind: 'saveRole', name: 'Drivers', people: [sam.id] }]),
    );
  });

  it('are removed only after it was said what becomes of their steps', async () => {
    const household = openPeople();
    const dialog = await openRole();
    fireEvent.click(within(dialog).getByRole('button', { name: words.remove }));
    within(dialog).getByText(words.removeHint);
    expect(household.intents).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: words.removeIt }));
    await waitFor(() => expect(household.intents).toEqual([{ kind: 'removeRole', role: finance }]));
  });
});
