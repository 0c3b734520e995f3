// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { awayWords } from '../../src/i18n/core/en/away.ts';
import { handAllWords } from '../../src/i18n/core/en/hand-all.ts';
import { personDetailWords } from '../../src/i18n/core/en/person-details.ts';
import type { PersonLine } from '../../src/views/people-view.ts';
import { hotelAddress, openStep } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { nowView, peopleView, tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, camps, jon, line, noor, sam, trip, tuesdayMorning } from '../support/tuesday-people.ts';

const words = personDetailWords(messages.formats, messages.times);
const handing = handAllWords(messages.formats);
const away = awayWords(messages.formats, messages.times);
const until = '2026-11-27';
const usual = { from: '09:00', to: '17:00' };

afterEach(cleanup);

/** People as they are on Tuesday, with something else said of one of them. */
function openPeople(who: PersonLine['id'], more: Partial<PersonLine>) {
  return openApp('/people', (query) =>
    query.kind === 'people'
      ? {
          ...peopleView,
          people: peopleView.people.map((person) => (person.id === who ? { ...person, ...more } : person)),
        }
      : tuesdayViews(query),
  );
}

async function openPage(name: string, page: string): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole('button', { name }));
  fireEvent.click(await screen.findByRole('button', { name: page }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('button', { name: messages.frame.back });
  return dialog;
}

const fill = (dialog: HTMLElement, label: string, value: string): void => {
  fireEvent.input(within(dialog).getByLabelText(label), { target: { value } });
};

describe('Days away', () => {
  it('People say who is away, until when, who stands in, and whose day is full', async () => {
    openPeople(sam.id, {
      awayUntil: until,
      standIn: ana,
      fullDay: { date: '2026-11-26', steps: 4 },
    });
    await screen.findByText(/away until Fri 27 Nov/);
    screen.getByText(/you stand in/);
    screen.getByText(words.fullDay(4, '2026-11-26', tuesdayMorning));
  });

  it('are added beside those that are there, with who stands in, and offer to hand over what falls into them', async () => {
    const planned = { from: '2026-12-24', to: '2026-12-26' };
    const household = openPeople(sam.id, { details: { away: [planned] } });
    const dialog = await openPage('Sam', words.away);
    within(dialog).getByText(words.period(planned, tuesdayMorning));
    fill(dialog, words.firstDay, '2026-11-30');
    fill(dialog, words.lastDay, '2026-12-04');
    fireEvent.change(within(dialog).getByLabelText(words.standIn), { target: { value: noor.id } });
    fireEvent.click(within(dialog).getByRole('button', { name: words.addAway }));
    await within(dialog).findByText(words.thenTheirs(1, 'Sam'));
    expect(household.intents).toEqual([
      {
        kind: 'changePerson',
        person: sam.id,
        set: { away: [planned, { from: '2026-11-30', to: '2026-12-04', coveredBy: noor.id }] },
      },
    ]);
    // Only what is due then is chosen, and conducting stays.
    fireEvent.click(within(dialog).getByRole('button', { name: words.handThemAction }));
    const chosen = async (name: RegExp) =>
      (await within(dialog).findByRole<HTMLInputElement>('checkbox', { name })).checked;
    expect(await chosen(/^Hand in the forms/)).toBe(true);
    expect(await chosen(/^Approve the budget/)).toBe(false);
    expect(await chosen(/^Conduct Lisbon/)).toBe(false);
  });

  it('are not added with an end before the beginning', async () => {
    const household = openPeople(sam.id, {});
    const dialog = await openPage('Sam', words.away);
    fill(dialog, words.firstDay, '2026-12-04');
    fill(dialog, words.lastDay, '2026-12-01');
    await within(dialog).findByText(words.endsBefore);
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: words.addAway }).disabled).toBe(
      true,
    );
    expect(household.intents).toEqual([]);
  });

  it('are taken back, and Undo brings them again', async () => {
    const planned = { from: '2026-12-24', to: '2026-12-24' };
    const household = openPeople(sam.id, { details: { away: [planned] } });
    const dialog = await openPage('Sam', words.away);
    const told = words.period(planned, tuesdayMorning);
    fireEvent.click(within(dialog).getByRole('button', { name: words.removeAway(told) }));
    fireEvent.click(await screen.findByRole('button', { name: messages.frame.undo }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'changePerson', person: sam.id, set: { away: [] } },
        { kind: 'changePerson', person: sam.id, set: { away: [planned] } },
      ]),
    );
  });
});

describe('Details of a person', () => {
  it('are said in a line each', async () => {
    openPeople(sam.id, {
      details: {
        channels: { phone: '0123' },
        quiet: { from: '22:00', to: '07:00' },
        zone: 'Europe/Berlin',
        workingHours: [usual, usual, usual, usual, usual, null, null],
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Sam' }));
    await screen.findByText('0123');
    screen.getByText(/^Mon–Fri 09:00–17:00, quiet 22:00–07:00, /);
    screen.getByText(words.awayNone);
  });

  it('working hours are one tap, or day by day; a zone has to be one', async () => {
    const household = openPeople(sam.id, {});
    const dialog = await openPage('Sam', words.hours);
    fireEvent.click(within(dialog).getByRole('radio', { name: words.office }));
    fireEvent.click(within(dialog).getByRole('radio', { name: words.own }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: words.worksOn(4) }));
    fireEvent.input(within(dialog).getByLabelText(words.toOn(0)), { target: { value: '12:30' } });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: words.quietOn }));
    fill(dialog, words.zone, 'Atlantis');
    await within(dialog).findByText(words.zoneUnknown);
    fill(dialog, words.zone, 'Europe/Berlin');
    fireEvent.click(within(dialog).getByRole('button', { name: words.saveHours }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        {
          kind: 'changePerson',
          person: sam.id,
          set: {
            workingHours: [{ from: '09:00', to: '12:30' }, usual, usual, usual, null, null, null],
            quiet: { from: '22:00', to: '07:00' },
            zone: 'Europe/Berlin',
          },
        },
      ]),
    );
  });

  it('how they are reached is kept as it was typed', async () => {
    const household = openPeople(sam.id, { details: { channels: { mail: 'sam@example.org' } } });
    const dialog = await openPage('Sam', words.reach('Sam'));
    fill(dialog, words.phone, '0123');
    fireEvent.click(within(dialog).getByRole('button', { name: words.saveReach }));
    await waitFor(() =>
      expect(household.intents[0]).toEqual({
        kind: 'changePerson',
        person: sam.id,
        set: { channels: { phone: '0123', text: '', mail: 'sam@example.org' } },
      }),
    );
  });
});

describe('Holidays', () => {
  it('are listed, added and taken away', async () => {
    const household = openApp('/people', (query) =>
      query.kind === 'people'
        ? { ...peopleView, holidays: [{ date: '2026-12-25', name: 'Christmas' }] }
        : tuesdayViews(query),
    );
    fireEvent.click(await screen.findByRole('button', { name: `${words.show}: ${words.holidays}` }));
    const dialog = await screen.findByRole('dialog');
    fill(dialog, words.holidayDay, '2027-01-01');
    fireEvent.click(within(dialog).getByRole('button', { name: words.addHoliday }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    const told = words.holiday('2026-12-25', 'Christmas', tuesdayMorning);
    fireEvent.click(within(dialog).getByRole('button', { name: words.removeHoliday(told) }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'setHoliday', date: '2027-01-01', name: '' },
        { kind: 'setHoliday', date: '2026-12-25', name: null },
      ]),
    );
  });
});

describe('Handing everything over', () => {
  const openHanding = async () => {
    const dialog = await openPage('Sam', words.work('Sam'));
    fireEvent.click(await within(dialog).findByRole('button', { name: handing.action }));
    await within(dialog).findByRole('checkbox', { name: /^Approve the budget/ });
    return dialog;
  };

  it('moves what is chosen to one person, for whoever had it, and one Undo takes back all of it', async () => {
    const household = openApp('/people');
    household.answer((intent) =>
      intent.kind === 'command'
        ? {
            ok: true,
            value: {
              undo: {
                run: intent.run,
                commands: [
                  intent.command.kind === 'changeConductor'
                    ? { kind: 'changeConductor', conductor: sam.id }
                    : { kind: 'resumeRun' },
                ],
              },
            },
          }
        : { ok: true, value: {} },
    );
    const dialog = await openHanding();
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Noor/ }));
    fill(dialog, handing.note, 'Until Friday');
    fireEvent.click(within(dialog).getByRole('button', { name: handing.go(3, 'Noor') }));
    await screen.findByText(handing.done(3));
    const step = (id: string) => ({ step: id, items: [], iteration: 1 });
    expect(household.intents).toEqual([
      {
        kind: 'command',
        run: trip,
        command: { kind: 'reassignStep', occurrence: step('budget'), to: noor.id, note: 'Until Friday' },
        onBehalfOf: sam.id,
      },
      {
        kind: 'command',
        run: camps,
        command: { kind: 'reassignStep', occurrence: step('forms'), to: noor.id, note: 'Until Friday' },
        onBehalfOf: sam.id,
      },
      {
        kind: 'command',
        run: trip,
        command: { kind: 'changeConductor', conductor: noor.id },
        onBehalfOf: sam.id,
      },
    ]);
    fireEvent.click(screen.getByRole('button', { name: messages.frame.undo }));
    await screen.findByText(messages.frame.undone);
    expect(household.intents.slice(3)).toEqual([
      { kind: 'command', run: trip, command: { kind: 'changeConductor', conductor: sam.id } },
      { kind: 'command', run: camps, command: { kind: 'resumeRun' } },
      { kind: 'command', run: trip, command: { kind: 'resumeRun' } },
    ]);
  });

  it('gives each to whoever is behind them, and leaves what has nobody', async () => {
    const household = openApp('/people');
    const dialog = await openHanding();
    fireEvent.click(within(dialog).getByRole('radio', { name: new RegExp(`^${handing.backups}`) }));
    fireEvent.click(await within(dialog).findByRole('button', { name: handing.go(1, null) }));
    await screen.findByText(handing.done(1));
    expect(household.intents).toMatchObject([{ run: camps, command: { to: noor.id } }]);
  });

  it('stops where something is refused, says so, and lets what was moved be taken back', async () => {
    const household = openApp('/people');
    household.answer((intent) =>
      intent.kind === 'command' && intent.run === camps
        ? { ok: false, error: { type: 'storageFull' } }
        : { ok: true, value: { undo: { run: trip, commands: [{ kind: 'resumeRun' }] } } },
    );
    const dialog = await openHanding();
    fireEvent.click(within(dialog).getByRole('radio', { name: /^Noor/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: handing.go(3, 'Noor') }));
    await screen.findByText(messages.failure({ type: 'storageFull' }).what);
    expect(household.intents).toHaveLength(2);
    household.answer({ ok: true, value: {} });
    fireEvent.click(screen.getByRole('button', { name: messages.frame.undo }));
    await waitFor(() => expect(household.intents).toHaveLength(3));
  });
});

describe('Acting for somebody', () => {
  it('[E4] ends somebody else’s step for them, and does the rest as oneself until one says otherwise', async () => {
    const household = openStep(hotelAddress, {
      holder: sam,
      tone: 'theirs',
      actFor: { person: sam, byDefault: false },
    });
    fireEvent.input(await screen.findByLabelText(messages.step.addNote), { target: { value: 'Ring twice' } });
    fireEvent.click(screen.getByRole('button', { name: messages.step.saveNote }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    expect(household.intents[0]).not.toHaveProperty('onBehalfOf');
    fireEvent.click(screen.getByRole('button', { name: messages.step.menu }));
    fireEvent.click(await screen.findByRole('menuitem', { name: away.actFor('Sam'), hidden: true }));
    await screen.findByText(away.acting('Sam'));
    fireEvent.input(screen.getByLabelText(messages.step.addNote), { target: { value: 'Bring cake' } });
    fireEvent.click(screen.getByRole('button', { name: messages.step.saveNote }));
    await waitFor(() => expect(household.intents).toHaveLength(2));
    expect(household.intents[1]).toMatchObject({ command: { kind: 'addNote' }, onBehalfOf: sam.id });
    screen.getByRole('button', { name: away.doneFor('Sam') });
  });

  it('[E4] is on for who has no device, and is let go of', async () => {
    openStep(hotelAddress, { holder: jon, tone: 'theirs', actFor: { person: jon, byDefault: true } });
    await screen.findByText(away.acting('Jon'));
    screen.getByText(away.actingHint('Jon'));
    fireEvent.click(screen.getByRole('button', { name: away.asMyself }));
    await waitFor(() => expect(screen.queryByText(away.acting('Jon'))).toBeNull());
  });

  it('People offer it for who has no device', async () => {
    openApp('/people');
    const dialog = await openPage('Jon', away.actFor('Jon'));
    await within(dialog).findByText(words.actHint('Jon'));
  });
});

describe('Now', () => {
  const openNow = (more: Partial<typeof nowView>) =>
    openApp('/', (query) => (query.kind === 'now' ? { ...nowView, ...more } : tuesdayViews(query)));

  it('[H2] says for whom it is my turn, and does it for them', async () => {
    const hero = nowView.hero;
    if (hero === null) throw new Error('the card is empty');
    const household = openNow({ hero: { ...hero, asks: null, holder: sam, away: { until, standIn: ana } } });
    await screen.findByText(/for Sam, away until Fri 27 Nov/);
    fireEvent.click(screen.getByRole('button', { name: messages.now.doneWith(null, true) }));
    await waitFor(() =>
      expect(household.intents).toMatchObject([{ command: { kind: 'completeStep' }, onBehalfOf: sam.id }]),
    );
  });

  it('[H3] offers to take over or hand on what lies with somebody who is away and covered by nobody', async () => {
    const tents = line(camps, 'tents', 'Dry the tents', 'theirs', {
      holder: sam,
      away: { until, standIn: null },
    });
    const household = openNow({ nudge: [{ ...tents, nudge: null, nudgedAt: null }] });
    await screen.findByText(away.isAway('Sam', until, tuesdayMorning));
    screen.getByRole('button', { name: away.handTo });
    fireEvent.click(screen.getByRole('button', { name: away.takeOver }));
    await screen.findByText(away.takenOver('Dry the tents'));
    expect(household.intents).toMatchObject([{ run: camps, command: { kind: 'claimStep' } }]);
  });
});
