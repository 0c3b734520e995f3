// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import { StartForm } from '../../src/ui/screens/start/start-form.tsx';
import { freshViews, tripPreview } from '../support/fresh-device.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';
import { zone } from '../support/tuesday-people.ts';

beforeEach(() => localStorage.clear());
afterEach(() => cleanup());

describe('the first minute', () => {
  it('starts a trip without a word typed, and makes the household first', async () => {
    const household = openApp('/', freshViews);
    fireEvent.click(await screen.findByRole('link', { name: /Business trip/ }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Book flights' }));
    const wanted = businessTrip.steps.filter(({ fallbackOf }) => fallbackOf === undefined);
    await screen.findByText(messages.start.count(2, wanted.length));
    fireEvent.click(screen.getByRole('button', { name: messages.start.go }));
    await waitFor(() => expect(household.intents).toHaveLength(2));
    expect(household.intents).toEqual([
      { kind: 'createSpace', myName: messages.start.defaultName, zone },
      {
        kind: 'startRun',
        title: 'Business trip',
        source: { kind: 'workflow', id: businessTrip.id },
        parts: { traveller: { kind: 'me' }, assistant: { kind: 'me' }, approver: { kind: 'me' } },
        facts: { meeting: { kind: 'date', date: '2026-12-15' } },
        alreadyDone: ['confirm-times', 'book-flights'],
      },
    ]);
  });

  it('shows no navigation before there is a household, at whatever address', async () => {
    openApp('/people', freshViews);
    await screen.findByRole('heading', { level: 1, name: messages.start.question });
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  it('says what went wrong when nothing could be saved, and stays', async () => {
    const household = openApp('/new/business-trip', freshViews);
    household.answer({ ok: false, error: { type: 'storageFull' } });
    fireEvent.click(await screen.findByRole('button', { name: messages.start.go }));
    await screen.findByText(messages.failure({ type: 'storageFull' }).wayOut);
    expect(household.intents.map((intent) => intent.kind)).toEqual(['createSpace']);
    expect(location.pathname).toBe('/new/business-trip');
  });

  it('starts what was typed, with everybody it names, and forgets the draft', async () => {
    const household = openApp('/new', freshViews);
    const area = await screen.findByRole('textbox', { name: captureWords(messages.formats).label });
    const text = 'Move:\nPack @sam\n& Call @noor after cake';
    fireEvent.input(area, { target: { value: text } });
    await screen.findByText(
      captureWords(messages.formats).issue({ type: 'noMatch', line: 3, reference: 'cake' }),
    );
    expect(localStorage.getItem('baton.draft')).toBe(text);
    fireEvent.click(screen.getByRole('button', { name: captureWords(messages.formats).start }));
    await waitFor(() => expect(household.intents).toHaveLength(2));
    expect(household.intents[1]).toMatchObject({
      title: 'Move',
      source: { kind: 'typed', text },
      parts: { sam: { kind: 'new', name: 'sam' }, noor: { kind: 'new', name: 'noor' } },
    });
    await waitFor(() => expect(localStorage.getItem('baton.draft')).toBeNull());
  });
});

describe('what a flow asks for at its start', () => {
  const definition = {
    ...businessTrip,
    facts: [
      ...businessTrip.facts.filter((fact) => fact.anchor === true),
      { id: asId<FactId>('budget'), name: 'Budget', kind: 'number' as const, atStart: true },
      { id: asId<FactId>('where'), name: 'Where to', kind: 'place' as const, atStart: true },
      { id: asId<FactId>('later'), name: 'Known later', kind: 'text' as const },
      {
        id: asId<FactId>('leave'),
        name: 'Leave home',
        kind: 'date' as const,
        atStart: true,
        derived: { from: asId<FactId>('meeting'), days: -1 },
      },
    ],
  };
  const open = () =>
    renderPart(() => (
      <StartForm
        preview={{ definition, rail: tripPreview.rail }}
        back={{ href: '/', label: 'Back' }}
        onStarted={() => undefined}
      />
    ));
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  const go = () => fireEvent.click(screen.getByRole('button', { name: messages.start.go }));

  it('takes what is known, leaves out what is not, and never asks for what follows by itself', async () => {
    const household = open();
    expect(screen.queryByLabelText('Known later')).toBeNull();
    expect(screen.queryByLabelText('Leave home')).toBeNull();
    screen.getByLabelText('Where to');
    type('Budget', '2,800');
    go();
    await waitFor(() => expect(household.intents).toHaveLength(1));
    const [intent] = household.intents;
    const facts = intent?.kind === 'startRun' ? intent.facts : {};
    expect(Object.keys(facts).sort()).toEqual(['budget', 'meeting']);
    expect(facts[asId<FactId>('budget')]).toEqual({ kind: 'number', number: 2800 });
  });

  it('does not start on something that it could not read, and says what', async () => {
    const household = open();
    type('Budget', 'plenty');
    go();
    await screen.findByText(messages.facts.input.problem('notANumber'));
    expect(household.intents).toEqual([]);
  });
});

describe('a newer version', () => {
  it('is a chip that restarts on a tap', async () => {
    let applied = 0;
    openApp('/', undefined, {
      updates: { state: () => 'waiting', subscribe: () => () => undefined, apply: () => void (applied += 1) },
    });
    fireEvent.click(await screen.findByRole('button', { name: /New version/ }));
    expect(applied).toBe(1);
  });
});
