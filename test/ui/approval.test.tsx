// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { approvalWords } from '../../src/i18n/core/en/approvals.ts';
import { asId, type FactId, type StepId } from '../../src/model/ids.ts';
import type { Occurrence } from '../../src/model/occurrence.ts';
import type { ApprovalView, VoterView } from '../../src/views/approval-view.ts';
import type { StaleFactView } from '../../src/views/fact-view.ts';
import { actionsOf, commandsOf, openStep, press, reviewAddress } from '../support/open-step.tsx';
import { messages } from '../support/render-app.tsx';
import { ana, at, noor, sam } from '../support/tuesday-people.ts';

afterEach(cleanup);

const words = approvalWords(messages.formats, messages.times);
const occurrence: Occurrence = { step: asId<StepId>('review'), items: [], iteration: 2 };
const silent = {
  vote: null,
  at: null,
  note: null,
  spokenBy: null,
  void: false,
  stale: [],
  barred: false,
  speakFor: null,
};
const voter = (person: VoterView['person'], more: Partial<VoterView> = {}): VoterView => ({
  ...silent,
  person,
  ...more,
});
const approval = (voters: readonly VoterView[], more: Partial<ApprovalView> = {}): ApprovalView => ({
  voters,
  needed: 2,
  veto: false,
  approvals: 1,
  rejections: 0,
  tooFew: false,
  awaitsRedo: false,
  redo: null,
  ...more,
});
const samSaidYes = voter(sam, { vote: 'approve', at: at('2026-11-24T09:00:00'), note: 'Fine by me' });
const draft: StaleFactView = {
  fact: asId<FactId>('draft'),
  name: 'Draft',
  kind: 'text',
  options: [],
  projection: null,
  was: { kind: 'text', text: 'One' },
  now: { kind: 'text', text: 'Two' },
};

function open(view: ApprovalView, actions = actionsOf({ vote: true })) {
  return openStep(reviewAddress, { approval: view, actions, stepKind: 'approval' });
}

describe('An approval on its step', () => {
  it('says how far it is, who said what and on whom it hangs; a tap approves', async () => {
    const household = open(approval([voter(ana), samSaidYes]));
    const card = await screen.findByRole('region', { name: words.title });
    expect(card.textContent).toContain('1 of 2 needed');
    expect(card.textContent).toContain('You have yet to say.');
    expect(card.textContent).toMatch(/Sam.*Approved, .*Fine by me/);
    await press(words.approve(null));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'vote', occurrence, vote: 'approve' }]),
    );
  });

  it('asks what should change before it sends anything back', async () => {
    const household = open(approval([voter(ana), samSaidYes]));
    await press(words.sendBack(null));
    await press(words.sendBackNow);
    expect((await screen.findByRole('alert')).textContent).toBe(words.reasonMissing);
    expect(commandsOf(household)).toEqual([]);
    fireEvent.input(screen.getByRole('textbox', { name: words.reason }), { target: { value: ' Too long ' } });
    await press(words.sendBackNow);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'vote', occurrence, vote: 'reject', note: 'Too long' }]),
    );
  });

  it('says what changed since I voted and asks me again; my vote can be taken back', async () => {
    const mine = voter(ana, { vote: 'approve', at: at('2026-11-24T08:00:00'), void: true, stale: [draft] });
    const household = open(approval([mine, samSaidYes]), actionsOf({ vote: true, withdrawVote: true }));
    await screen.findByText('Draft has changed since you approved it. Look again.');
    expect(screen.getByRole('button', { name: words.approve(null) })).toBeDefined();
    await press(words.takeBack(null));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'vote', occurrence, vote: 'withdraw' }]),
    );
  });

  it('[E4] writes down what somebody without a device said, in both their names, and only where that may be', async () => {
    const spoken = { vote: true, withdraw: false };
    const household = open(approval([samSaidYes, voter(noor, { speakFor: spoken })]), actionsOf({}));
    await press(words.speakFor('Noor'));
    await screen.findByRole('group', { name: words.voteOf('Noor') });
    await press(words.sendBack('Noor'));
    fireEvent.input(await screen.findByLabelText(words.reason), { target: { value: 'Too dear' } });
    await press(words.sendBackNow);
    await waitFor(() =>
      expect(household.intents).toContainEqual(
        expect.objectContaining({
          command: { kind: 'vote', occurrence, vote: 'reject', note: 'Too dear' },
          onBehalfOf: noor.id,
        }),
      ),
    );
    expect(screen.queryByRole('button', { name: words.speakFor('Sam') })).toBeNull();
    cleanup();
    const said = voter(noor, { vote: 'approve', spokenBy: ana, speakFor: { vote: false, withdraw: true } });
    const again = open(approval([said]), actionsOf({}));
    await screen.findByText(/Approved, said you/);
    expect(screen.queryByRole('button', { name: words.speakFor('Noor') })).toBeNull();
    await press(words.takeBack('Noor'));
    await waitFor(() => expect(commandsOf(again)).toEqual([{ kind: 'vote', occurrence, vote: 'withdraw' }]));
  });

  it('offers the way on where nobody’s vote sent it back alone, and nothing where all rounds are used up', async () => {
    const stands = approval([samSaidYes], {
      awaitsRedo: true,
      redo: { section: 'drafting', name: 'The draft' },
    });
    const household = openStep(reviewAddress, { approval: stands, actions: actionsOf({}), mayPlan: true });
    await press(words.doAgain('The draft'));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'redoSection', section: 'drafting' }]),
    );
    cleanup();
    open(approval([samSaidYes], { awaitsRedo: true }), actionsOf({}));
    await screen.findByText(words.awaitsHint(null));
    expect(screen.queryByRole('button', { name: /^Do / })).toBeNull();
  });
});
