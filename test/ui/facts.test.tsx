// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { asId, type FactId } from '../../src/model/ids.ts';
import type { NoticeView } from '../../src/views/fact-view.ts';
import type { StepView } from '../../src/views/step-view.ts';
import { FactChecks } from '../../src/ui/screens/facts/fact-checks.tsx';
import { FactRows } from '../../src/ui/screens/facts/fact-rows.tsx';
import { FactsButton } from '../../src/ui/screens/facts/facts-button.tsx';
import { NoticeList } from '../../src/ui/screens/facts/notice-list.tsx';
import { RecheckCard } from '../../src/ui/screens/facts/recheck-card.tsx';
import { messages } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';
import {
  arrivalFact,
  arrivalMoved,
  arrivalStale,
  budgetFact,
  checkInFact,
  fact,
  tripChecks,
  tripFacts,
} from '../support/tuesday-facts.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, at, due, keyOf, noor, ref, sam, trip, zone } from '../support/tuesday-people.ts';

afterEach(cleanup);

const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

describe('What we know', () => {
  const open = async () => {
    const household = renderPart(() => <FactsButton run={trip} facts={tripFacts} />);
    fireEvent.click(screen.getByRole('button', { name: messages.facts.buttonLabel(1, 1) }));
    await screen.findByRole('heading', { name: messages.facts.title });
    return household;
  };

  it('is nothing for a run without facts', () => {
    renderPart(() => <FactsButton run={trip} facts={[]} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('lists what is missing with who can say, and what is known with who said so', async () => {
    await open();
    const missing = screen.getByRole('list', { name: messages.facts.missingTitle });
    within(missing).getByText('Casa do Largo and Noor can say');
    const known = screen.getByRole('list', { name: messages.facts.knownTitle });
    within(known).getByText('Wed 2 Dec, 16:10');
    within(known).getByText('Set by Noor, 08:52');
    within(known).getByText(messages.facts.follows('Flight lands'));
    expect(within(known).queryByRole('button', { name: /Leave home/ })).toBeNull();
  });

  it('settles a dispute by setting the side that is kept', async () => {
    const household = await open();
    screen.getByText('Sam and you both set Budget');
    fireEvent.click(screen.getByRole('button', { name: /€2,400/ }));
    await screen.findByText(messages.facts.said.kept('Budget'));
    expect(household.intents.at(-1)).toEqual({
      kind: 'command',
      run: trip,
      command: {
        kind: 'setFact',
        fact: budgetFact.fact,
        value: { kind: 'money', amount: 2400, currency: 'EUR' },
      },
    });
  });

  it('says what rests on a value before it is changed, and saves it', async () => {
    const household = await open();
    fireEvent.click(screen.getByRole('button', { name: /^Flight lands/ }));
    await screen.findByText(messages.facts.asksAgain(1));
    type(messages.facts.input.time, '18:30');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.save }));
    await screen.findByText(messages.facts.said.set('Flight lands'));
    expect(household.intents.at(-1)).toMatchObject({
      command: {
        kind: 'setFact',
        fact: arrivalFact.fact,
        value: { kind: 'instant', at: at('2026-12-02T18:30:00'), zone },
      },
    });
    await screen.findByRole('heading', { name: messages.facts.title });
  });

  it('takes a value away', async () => {
    const household = await open();
    fireEvent.click(screen.getByRole('button', { name: /^Guests/ }));
    fireEvent.click(await screen.findByRole('button', { name: messages.facts.takeAway }));
    await waitFor(() => expect(household.intents.at(-1)).toMatchObject({ command: { value: null } }));
  });

  it('saves nothing while something is wrong, and says what', async () => {
    const household = await open();
    fireEvent.click(screen.getByRole('button', { name: /^Agenda/ }));
    await screen.findByRole('button', { name: messages.facts.save });
    type(messages.facts.input.kind('link'), 'javascript:alert(1)');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.save }));
    await screen.findByText(messages.facts.input.problem('linkScheme'));
    expect(household.intents).toEqual([]);
  });

  it('opens web addresses without telling where from, and nothing else', () => {
    const bad = fact('bad', 'Bad', 'link', { kind: 'link', url: 'javascript:alert(1)' });
    renderPart(() => <FactRows run={trip} facts={[...tripFacts, bad]} />);
    const links = screen.getAllByRole<HTMLAnchorElement>('link');
    expect(links.map((link) => [link.href, link.rel])).toEqual([
      ['https://example.org/agenda', 'noopener noreferrer'],
    ]);
  });

  it('sets a fact from a step as said at that step', async () => {
    const household = renderPart(() => (
      <FactRows run={trip} facts={[fact('code', 'Code', 'text', null)]} at={keyOf('hotel')} />
    ));
    fireEvent.click(screen.getByRole('button', { name: /^Code/ }));
    await screen.findByRole('button', { name: messages.facts.save });
    type(messages.facts.input.kind('text'), 'X7');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.save }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({
        command: { kind: 'setFact', fact: 'code', occurrence: { step: 'hotel', iteration: 1 } },
      }),
    );
  });
});

describe('Checking again', () => {
  const step = { key: keyOf('pickup'), title: 'Tell the driver when to come' };
  const card = (irreversible: boolean, views = tuesdayViews) =>
    renderPart(
      () => <RecheckCard run={trip} step={step} stale={[arrivalStale]} irreversible={irreversible} />,
      views,
    );
  const change = () =>
    fireEvent.click(screen.getByRole('button', { name: messages.facts.changeItOf(step.title) }));
  const writing: typeof tuesdayViews = (query) => {
    const view = tuesdayViews(query);
    return query.kind === 'step' ? { ...(view as StepView), writes: [checkInFact, budgetFact] } : view;
  };

  it('tells what was and what is, and takes "still right" [F2]', async () => {
    const household = card(false);
    screen.getByText('Flight lands was 14:40, is now 16:10');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.stillRightOf(step.title) }));
    await screen.findByText(messages.facts.said.stillRight(step.title));
    expect(household.intents).toMatchObject([
      { command: { kind: 'recheckStep', occurrence: { step: 'pickup' } } },
    ]);
  });

  it('opens the step again to change it [F2]', async () => {
    const household = card(false);
    change();
    await waitFor(() => expect(household.intents).toMatchObject([{ command: { kind: 'reopenStep' } }]));
  });

  it('amends what cannot be done again: only facts that differ, and a note [F3]', async () => {
    const household = card(true, writing);
    change();
    await screen.findByRole('heading', { name: messages.facts.amendTitle });
    type(budgetFact.name, '2,900');
    type(messages.facts.amendNote, 'Rang them');
    fireEvent.click(screen.getByRole('button', { name: messages.facts.amendSave }));
    await screen.findByText(messages.facts.said.amended(step.title));
    expect(household.intents).toMatchObject([
      {
        command: {
          kind: 'amendStep',
          facts: { budget: { kind: 'money', amount: 2900, currency: 'EUR' } },
          note: 'Rang them',
        },
      },
    ]);
    expect(Object.keys((household.intents[0] as { command: { facts: object } }).command.facts)).toEqual([
      asId<FactId>('budget'),
    ]);
  });

  it('does not amend nothing', async () => {
    const household = card(true);
    change();
    fireEvent.click(await screen.findByRole('button', { name: messages.facts.amendSave }));
    await screen.findByText(messages.facts.amendEmpty);
    expect(household.intents).toEqual([]);
  });

  it('offers to put it right where only the household knew that it cannot be done again', async () => {
    const household = renderPart(() => <FactChecks run={trip} checks={tripChecks} />);
    household.answer({
      ok: false,
      error: { type: 'irreversible', step: ref('pickup', '', 'done').step, holder: null },
    });
    change();
    await screen.findByRole('heading', { name: messages.facts.amendTitle });
    expect(
      screen
        .getAllByRole('status')
        .map((place) => place.textContent)
        .join(''),
    ).toBe('');
  });

  it('stands over the flow with the steps to check and the dates that moved', () => {
    renderPart(() => <FactChecks run={trip} checks={tripChecks} />);
    screen.getByText('Flight lands is now 16:10.');
    screen.getByText('Airport transfer is now due 12:00 tomorrow, was 10:30.');
    const list = screen.getByRole('list', { name: 'One step to check again:' });
    expect(within(list).getByRole('link', { name: step.title }).getAttribute('href')).toBe(
      '/flows/run-trip/pickup~~1',
    );
  });
});

describe('News', () => {
  const about = (kind: 'overruled' | 'alreadyDone' | 'goesToAnother', by = [sam]): NoticeView => ({
    kind,
    alert: `${kind}/1`,
    run: trip,
    runTitle: 'Lisbon board trip',
    step: ref('flights', 'Book flights', 'done'),
    mine: kind === 'overruled' ? 'skipped' : null,
    by,
    at: at('2026-11-24T08:52:00'),
  });

  it('says in one sentence what happened', () => {
    renderPart(() => (
      <NoticeList notices={[about('overruled'), about('alreadyDone', [noor, sam]), about('goesToAnother')]} />
    ));
    screen.getByText('You skipped Book flights; Sam had already done it.');
    screen.getByText('Book flights came to you; Noor and Sam had already done it.');
    screen.getByText('You were to do Book flights; Sam has it now.');
  });

  it('tells a moved fact with the dates that went along [F4]', () => {
    const moved: NoticeView = {
      ...(arrivalMoved as Extract<NoticeView, { kind: 'factMoved' }>),
      moved: [
        {
          step: ref('dinner', 'Dinner', 'next'),
          was: due('2026-11-24T20:00:00', true),
          now: due('2026-11-24T18:00:00', true),
        },
      ],
    };
    renderPart(() => <NoticeList notices={[moved]} />);
    expect(screen.getByRole('listitem').textContent).toContain(
      'Flight lands was 14:40, is now 16:10. Dinner is now due 18:00 today, was 20:00. One step to check again.',
    );
  });

  it('is gone for good with OK', async () => {
    const household = renderPart(() => <NoticeList notices={[about('overruled')]} />);
    fireEvent.click(screen.getByRole('button', { name: /^OK/ }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'command', run: trip, command: { kind: 'acknowledgeAlert', alert: 'overruled/1' } },
      ]),
    );
  });

  it('does not tell a change twice that stands above the list', () => {
    renderPart(() => <NoticeList notices={[arrivalMoved, about('overruled')]} told={tripChecks} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    screen.getByText(/You skipped/);
  });

  it('shows three, and the others when asked', () => {
    const many = [1, 2, 3, 4, 5].map((each) => ({ ...about('overruled'), alert: `overruled/${each}` }));
    renderPart(() => <NoticeList notices={many} />);
    expect(screen.getAllByText(/You skipped/)).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: messages.facts.moreNotices(2) }));
    expect(screen.getAllByText(/You skipped/)).toHaveLength(5);
  });

  it('names somebody where a person is not known any more', () => {
    expect(messages.facts.alreadyDone('It', [])).toBe('It came to you; somebody had already done it');
    expect(messages.facts.bothSet('It', [null, ana])).toBe('Two answers met: It');
  });
});
