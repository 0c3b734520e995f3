// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { recurringWords, type SayableRepeat } from '../../src/i18n/core/en/recurring.ts';
import { timeWords } from '../../src/i18n/core/en/times.ts';
import { asId, type ScheduleId, type WorkflowId } from '../../src/model/ids.ts';
import type { RecurringLine, FlowsView } from '../../src/views/flows-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import type { ScriptedHousehold } from '../support/scripted-household.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, tuesdayMorning } from '../support/tuesday-people.ts';

afterEach(cleanup);

// The test's DOM has no popovers: an open menu is one whose items are there.
if (!('hidePopover' in HTMLElement.prototype))
  Object.assign(HTMLElement.prototype, { showPopover: () => undefined, hidePopover: () => undefined });

const formats = createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const words = recurringWords(formats, timeWords(formats));
const day = 86_400_000;

const week: RecurringLine = {
  schedule: {
    id: asId<ScheduleId>('weekly'),
    workflow: asId<WorkflowId>('family-week'),
    title: 'Family week',
    rule: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=SU', from: '2026-11-01', time: '17:00' },
    zone: messages.formats.zone,
    catchUp: 'latest',
    overlap: 'allow',
    parts: {},
    conductor: ana.id,
  },
  pattern: { kind: 'weekly', every: 1, days: ['SU'] },
  workflowTitle: 'Family week',
  conductor: ana,
  upcoming: [tuesdayMorning + 5 * day],
  held: null,
  running: null,
  problem: null,
};

function openFlows(lines: readonly RecurringLine[] = [week]): ScriptedHousehold {
  return openApp('/flows', (query) =>
    query.kind === 'flows'
      ? { ...(tuesdayViews(query) as FlowsView), recurring: lines }
      : tuesdayViews(query),
  );
}

async function pick(menu: HTMLElement, label: string): Promise<void> {
  fireEvent.click(menu);
  const items = menu.parentElement ?? document.body;
  fireEvent.click(await within(items).findByRole('menuitem', { name: label }));
}

async function choose(label: string): Promise<void> {
  const list = await screen.findByRole('region', { name: words.title });
  await pick(within(list).getByRole('button', { name: words.more('Family week') }), label);
}

describe('what starts by itself', () => {
  it.each<[SayableRepeat, string]>([
    [{ kind: 'daily', every: 1 }, 'Every day'],
    [{ kind: 'daily', every: 3 }, 'Every 3 days'],
    [{ kind: 'weekly', every: 1, days: ['SU'] }, 'Sundays'],
    [{ kind: 'weekly', every: 1, days: ['TU', 'TH'] }, 'Tuesdays and Thursdays'],
    [{ kind: 'weekly', every: 1, days: ['MO', 'TU', 'WE', 'TH', 'FR'] }, 'Monday to Friday'],
    [{ kind: 'weekly', every: 2, days: ['MO'] }, 'Every 2 weeks on Monday'],
    [{ kind: 'monthDay', every: 1, day: 22 }, 'Every month on the 22nd'],
    [{ kind: 'monthDay', every: 3, day: 31 }, 'Every 3 months on the last day'],
    [{ kind: 'monthWeekday', every: 1, nth: 1, day: 'FR' }, 'Every month on the first Friday'],
    [{ kind: 'workingDay', nth: 1 }, 'On the first working day of the month'],
    [{ kind: 'workingDay', nth: -1 }, 'On the last working day of the month'],
    [{ kind: 'other' }, 'By a rule of its own'],
  ])('%j is said as people say it', (pattern, said) => {
    expect(words.pattern(pattern)).toBe(said);
  });

  it('stands on Flows with its days, its time and the next start', async () => {
    openFlows();
    const list = await screen.findByRole('region', { name: words.title });
    expect(list.textContent).toContain('Sundays, 17:00');
    expect(list.textContent).toContain('Next Sun 29 Nov');
  });

  it.each<[Partial<RecurringLine>, string]>([
    [{ schedule: { ...week.schedule, paused: true } }, words.paused],
    [{ held: tuesdayMorning }, words.held],
    [{ problem: 'refused' }, words.refused],
    [{ workflowTitle: null }, words.gone],
    [{ upcoming: [] }, words.over],
    [{ upcoming: null }, words.working],
  ])('%j: says why it does not just start', async (change, said) => {
    openFlows([{ ...week, ...change }]);
    const list = await screen.findByRole('region', { name: words.title });
    expect(list.textContent).toContain(said);
  });

  it('is paused, started early, and taken out with a way back', async () => {
    const household = openFlows();
    await choose(words.pause);
    await choose(words.startNow);
    await choose(words.remove);
    const { id } = week.schedule;
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'pauseSchedule', id, paused: true },
        { kind: 'startNext', id },
        { kind: 'removeSchedule', id, removed: true },
      ]),
    );
    fireEvent.click(await screen.findByRole('button', { name: messages.frame.undo }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toEqual({ kind: 'removeSchedule', id, removed: false }),
    );
  });

  it('is changed from what it is, and says when it would start', async () => {
    const household = openFlows();
    household.plan({ upcoming: [tuesdayMorning + day], atOnce: [] });
    await choose(words.change);
    const sheet = await screen.findByRole('dialog', { name: words.changeTitle });
    await within(sheet).findByText(words.starts([tuesdayMorning + day], tuesdayMorning));
    const time = within(sheet).getByLabelText(words.time) as HTMLInputElement;
    expect(time.value).toBe('17:00');
    fireEvent.input(time, { target: { value: '18:30' } });
    fireEvent.click(within(sheet).getByRole('checkbox', { name: 'Monday' }));
    fireEvent.click(within(sheet).getByRole('radio', { name: new RegExp(words.stillQueue) }));
    fireEvent.click(within(sheet).getByRole('button', { name: words.saveChange }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    expect(household.intents[0]).toMatchObject({
      kind: 'saveSchedule',
      id: 'weekly',
      draft: {
        title: 'Family week',
        pattern: { kind: 'weekly', every: 1, days: ['MO', 'SU'] },
        time: '18:30',
        from: '2026-11-01',
        overlap: 'queue',
        catchUp: 'latest',
        conductor: ana.id,
      },
    });
  });

  it('is made from a workflow, from tomorrow on, with its dates counted from each start', async () => {
    const household = openFlows([]);
    household.plan({ upcoming: [], atOnce: [] });
    await pick(await screen.findByRole('button', { name: words.more('Business trip') }), words.repeat);
    const sheet = await screen.findByRole('dialog', { name: words.newTitle });
    await within(sheet).findByText(words.startsNever);
    fireEvent.change(within(sheet).getByLabelText(words.how), { target: { value: 'firstWorking' } });
    fireEvent.click(within(sheet).getByRole('button', { name: words.save }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    const [intent] = household.intents;
    if (intent?.kind !== 'saveSchedule') throw new Error('something else was asked');
    expect(intent.id).toBeUndefined();
    expect(intent.draft).toMatchObject({
      workflow: 'business-trip',
      pattern: { kind: 'workingDay', nth: 1 },
      from: '2026-11-25',
      facts: { meeting: 0 },
    });
    expect(new Set(Object.values(intent.draft.parts))).toEqual(new Set([ana.id]));
    expect(household.drafts.at(-1)?.pattern).toEqual({ kind: 'workingDay', nth: 1 });
  });
});
