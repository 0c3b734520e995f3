// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { businessTrip } from '../../src/templates/business-trip.ts';
import type { Device } from '../../src/ui/device.tsx';
import { freshViews } from '../support/fresh-device.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { appView } from '../support/tuesday-morning.ts';
import { zone } from '../support/tuesday-people.ts';

beforeEach(() => localStorage.clear());
afterEach(() => cleanup());

describe('the first minute', () => {
  it('starts a trip without a word typed, and makes the household first', async () => {
    const household = openApp('/', freshViews);
    fireEvent.click(await screen.findByRole('link', { name: /Business trip/ }));
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Book flights' }));
    await screen.findByText(messages.start.count(2, businessTrip.steps.length));
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
    const area = await screen.findByRole('textbox', { name: messages.capture.label });
    const text = 'Move:\nPack @sam\n& Call @noor after cake';
    fireEvent.input(area, { target: { value: text } });
    await screen.findByText(messages.capture.issue({ type: 'noMatch', line: 3, reference: 'cake' }));
    expect(localStorage.getItem('baton.draft')).toBe(text);
    fireEvent.click(screen.getByRole('button', { name: messages.capture.start }));
    await waitFor(() => expect(household.intents).toHaveLength(2));
    expect(household.intents[1]).toMatchObject({
      title: 'Move',
      source: { kind: 'typed', text },
      parts: { sam: { kind: 'new', name: 'sam' }, noor: { kind: 'new', name: 'noor' } },
    });
    await waitFor(() => expect(localStorage.getItem('baton.draft')).toBeNull());
  });
});

describe('an invite', () => {
  const carrying = (): Partial<Device> => {
    let invite: string | null = 'invite=secret';
    return {
      takeInvite: () => {
        const taken = invite;
        invite = null;
        return taken;
      },
    };
  };

  it('from the address is accepted at once on a device without a household', async () => {
    const household = openApp('/join', freshViews, carrying());
    await waitFor(() => expect(household.intents).toEqual([{ kind: 'acceptInvite', text: 'invite=secret' }]));
    household.push('app', appView);
    await screen.findByText(messages.join.joined(appView.spaceName));
  });

  it('is not used up by a device that has a household', async () => {
    const household = openApp('/join', undefined, carrying());
    await screen.findByText(messages.join.secondTitle);
    expect(household.intents).toEqual([]);
  });

  it('that met no network is tried again without pasting it again', async () => {
    const household = openApp('/join', freshViews);
    household.answer({ ok: false, error: { type: 'offline' } });
    fireEvent.input(await screen.findByLabelText(messages.join.field), { target: { value: ' text ' } });
    fireEvent.click(screen.getByRole('button', { name: messages.join.go }));
    fireEvent.click(await screen.findByRole('button', { name: messages.join.again }));
    await waitFor(() => expect(household.intents).toHaveLength(2));
    expect(household.intents[1]).toEqual({ kind: 'acceptInvite', text: 'text' });
  });

  it.each([
    'inviteDamaged',
    'inviteUsed',
    'inviteExpired',
    'inviteUnknown',
    'inviteTakenBack',
    'alreadyMember',
  ] as const)('that failed with %s says so and takes another one', async (type) => {
    const household = openApp('/join', freshViews, carrying());
    household.answer({ ok: false, error: { type } });
    await screen.findByText(messages.failure({ type }).wayOut);
    await screen.findByRole('heading', { name: messages.join.pasteAnother });
    expect(screen.queryByRole('button', { name: messages.join.again })).toBeNull();
  });
});

describe('people', () => {
  it('are invited with a link of this address that can be taken back', async () => {
    const household = openApp('/people');
    household.answer({ ok: true, value: { invite: { id: 'i1', fragment: '#invite=x', expiresAt: 0 } } });
    fireEvent.click(await screen.findByRole('button', { name: messages.people.inviteNamed('Jon') }));
    const link = await screen.findByLabelText<HTMLInputElement>(messages.people.inviteLink);
    expect(link.value).toBe(`${location.origin}/join#invite=x`);
    fireEvent.click(screen.getByRole('button', { name: messages.people.takeBack }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'createInvite', person: 'jon' },
        { kind: 'revokeInvite', invite: 'i1' },
      ]),
    );
  });

  it('show load in words: mine in batons, theirs with what is late or stuck', () => {
    const load = { isMe: false, holding: 0, late: 0, stuck: 0, comingUp: 0 };
    expect(messages.people.load({ ...load, isMe: true, holding: 2 })).toBe('2 batons');
    expect(messages.people.load({ ...load, holding: 2 })).toBe('has 2');
    expect(messages.people.load({ ...load, holding: 1, late: 1 })).toBe('has 1, late');
    expect(messages.people.load({ ...load, holding: 3, late: 1, stuck: 1 })).toBe('has 3, 1 stuck, 1 late');
    expect(messages.people.load(load)).toBe('is free');
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
