// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { followUpWords } from '../../src/i18n/core/en/follow-ups.ts';
import { planWords } from '../../src/i18n/core/en/plan.ts';
import { stepEditorWords } from '../../src/i18n/core/en/step-editor.ts';
import { asId, type EventId, type FactId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import type { PlanStep, PlanView } from '../../src/views/plan-view.ts';
import { commandsOf, press } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { tuesdayViews } from '../support/tuesday-morning.ts';
// Loaded before anybody looks at the clock.
import '../../src/ui/screens/flow/plan/plan-sheet.tsx';
import { noPlan } from '../support/tuesday-plan.ts';
import { ana, ref, sam } from '../support/tuesday-people.ts';

afterEach(cleanup);

const words = stepEditorWords(messages.formats, messages.times);
const plan = planWords(messages.formats);
const follow = followUpWords(messages.formats);
const id = (step: string) => asId<StepId>(step);

function planStep(definition: StepDefinition, candidates: readonly StepId[] = []): PlanStep {
  const { id: step, title, after } = definition;
  return {
    ...ref(step, title, 'next'),
    run: noPlan.run,
    runTitle: 'Trip',
    step,
    holder: null,
    due: null,
    estimate: null,
    iteration: 1,
    asks: null,
    startsAt: null,
    mayChange: true,
    definition,
    taken: false,
    after,
    standsInFor: null,
    candidates,
  };
}

const buy: StepDefinition = {
  id: id('buy'),
  kind: 'decision',
  title: 'Buy flour',
  after: [],
  outcomes: [
    { id: 'yes', name: 'There was some' },
    { id: 'no', name: 'Sold out' },
  ],
};
const bake: StepDefinition = { id: id('bake'), kind: 'task', title: 'Bake', after: [{ from: id('buy') }] };
const asked = { id: asId<FactId>('when'), name: 'Day', kind: 'date', atStart: true } as const;
const other = {
  id: asId<WorkflowId>('sale'),
  title: 'Sale',
  facts: [asked],
  parts: [{ id: 'seller', name: 'Who sells' }],
};

function open(more: Partial<PlanView> = {}) {
  return openApp('/flows/run-trip', (query) => {
    if (query.kind !== 'plan') return tuesdayViews(query);
    return {
      ...noPlan,
      run: query.run,
      title: 'Trip',
      mayChange: true,
      steps: [planStep(buy), planStep(bake, [id('buy')])],
      people: [ana, sam],
      facts: [{ id: asId<FactId>('day'), name: 'day', kind: 'date' }],
      workflows: [other],
      choices: [{ workflow: other.id, title: 'Sale', given: {}, facts: [asked], parts: other.parts }],
      ...more,
    };
  });
}

async function openPlan(more: Partial<PlanView> = {}) {
  const household = open(more);
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Change the plan…', hidden: true }));
  await screen.findByRole('heading', { name: plan.title });
  return household;
}

const choose = async (label: RegExp, value: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });
};

describe('The pages of a step in a plan', () => {
  it('send what was changed on any of them as one change, and nothing else', async () => {
    const household = await openPlan();
    await press('Bake');
    await press(words.whoTitle);
    await choose(/^Who can stand in/, `person:${sam.id}`);
    await press(words.done);
    await screen.findByText('Nobody in particular; Sam can stand in');
    await press(words.firstTitle);
    fireEvent.click(await screen.findByRole('checkbox', { name: 'There was some' }));
    await press(words.done);
    await press(words.save);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([
        {
          kind: 'changePlan',
          operations: [
            { kind: 'setStep', step: 'bake', set: { backup: { kind: 'person', person: sam.id } } },
            { kind: 'addEdge', to: 'bake', edge: { from: 'buy', outcomes: ['yes'] } },
          ],
        },
      ]),
    );
  });

  it('offer over a flow that is under way only what it can take', async () => {
    await openPlan();
    await press('Bake');
    await screen.findByRole('button', { name: words.stallsTitle });
    for (const title of [words.kind, words.limitsTitle, words.listTitle])
      expect(screen.queryByRole('button', { name: title })).toBeNull();
  });

  it('keep the cursor where somebody writes a list', async () => {
    await openPlan();
    await press('Bake');
    await press(words.checklistTitle);
    await press(words.addLine);
    const line = await screen.findByLabelText(words.line(1));
    fireEvent.input(line, { target: { value: 'Eggs' } });
    expect(screen.getByLabelText(words.line(1))).toBe(line);
  });

  it('say of a viewer that they may look alone', async () => {
    await openPlan({ mayChange: false });
    expect(screen.queryByRole('button', { name: plan.add })).toBeNull();
    expect(screen.queryByRole('button', { name: plan.addFlow })).toBeNull();
  });
});

describe('Another flow in a plan', () => {
  it('[B6] comes behind a step with what it is handed and who takes its parts', async () => {
    const household = await openPlan();
    await press(plan.addFlow);
    await choose(/^Which one/, other.id);
    await choose(/^Starts after/, 'buy');
    await choose(/^Who sells/, `person:${sam.id}`);
    await press(plan.put);
    await waitFor(() =>
      expect(household.intents.find(({ kind }) => kind === 'addFlow')).toMatchObject({
        flow: {
          title: 'Sale',
          workflow: 'sale',
          behind: 'buy',
          unlocks: ['bake'],
          given: { when: 'day' },
          parts: { seller: { kind: 'person', person: sam.id } },
        },
      }),
    );
  });
});

describe('What follows a flow', () => {
  it('[L3] starts when a step ended so, and is handed what was chosen', async () => {
    const household = await openPlan();
    await choose(/^Start another flow/, other.id);
    await choose(/^It starts/, 'outcome:buy');
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Sold out' }));
    await choose(/^Day/, 'day');
    await press(follow.put);
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([
        {
          kind: 'setFollowUp',
          followUp: {
            when: { kind: 'outcome', step: 'buy', outcomes: ['yes', 'no'] },
            workflow: 'sale',
            facts: { when: 'day' },
          },
        },
      ]),
    );
  });
});

describe('Due dates that met', () => {
  it('[C7] are shown with who set them, and one is kept by a change of the plan', async () => {
    const due = { kind: 'date', date: '2026-11-27' } as const;
    const at = Date.parse('2026-11-23T12:00:00Z');
    const side = {
      event: asId<EventId>('e1'),
      by: sam,
      at,
      due,
      when: { at: Date.parse('2026-11-27T22:59:59Z'), hasTime: false },
    };
    const household = openApp('/flows/run-trip', (query) => {
      const view = tuesdayViews(query);
      if (view?.kind !== 'flow') return view;
      const sides = [side, { ...side, event: asId<EventId>('e2'), by: ana, due: null, when: null }];
      return { ...view, rivalDues: [{ step: id('bake'), title: 'Bake', sides }] };
    });
    const card = await screen.findByRole('region', { name: 'Sam and you both changed when “Bake” is due' });
    expect(card.textContent).toContain('Fri 27');
    fireEvent.click(within(card).getByRole('button', { name: new RegExp(plan.notDue) }));
    await screen.findByText(plan.dueKept('Bake'));
    expect(commandsOf(household)).toEqual([
      { kind: 'changePlan', operations: [{ kind: 'setStep', step: 'bake', set: { due: null } }] },
    ]);
  });
});
