/** A workflow being written: the editor with a page for each thing that a step or a workflow can have. */
import type { Device } from '../e2e/support/device.ts';
import { startContract } from '../e2e/support/household-screens.ts';
import { chooseForFlow, openFlow } from '../e2e/support/step-on-screen.ts';
import type { State } from './stage.ts';
import { at } from './stage.ts';

const sheet = { role: 'dialog' } as const;
const contract = 'Contract approval';
const address = '/workflows/contract-approval';

/** A contract is under way, and its workflow was put to use once and changed again: with another one in it. */
export async function startWriting(device: Device): Promise<void> {
  await startContract(device);
  await device.goto(address);
  await device.click('button', 'Add a step');
  await device.fill('What happens?', 'Bring them on board', sheet);
  await device.click('button', 'What kind of step', sheet);
  await device.click('radio', /^Another workflow/, sheet);
  await device.click('button', 'Done', sheet);
  await device.click('button', 'Which workflow', sheet);
  await device.choose(/^Workflow/, 'New client', sheet);
  await device.click('button', 'Done', sheet);
  await device.click('button', 'Add it', sheet);
  await device.waitFor('button', 'Bring them on board');
  await device.click('button', 'Use it from now on');
  await device.waitForText(/Version \d is in use/);
  await device.click('button', 'Add a step');
  await device.fill('What happens?', 'Tell everybody', sheet);
  await device.click('button', 'Add it', sheet);
  await device.waitForText('What you changed is not in use yet');
}

export const writingScreens: readonly State[] = [
  at('editor', address, 'What you changed is not in use yet'),
  at('editor, missing', '/workflows/nothing', 'This workflow is not here'),
  {
    name: 'editor, empty',
    open: async (device) => {
      await openWorkflows(device);
      await device.click('button', 'New workflow');
      await device.fill('What is it called?', 'Bake sale', sheet);
      await device.click('button', 'Begin', sheet);
      await device.waitForText('What happens first?');
    },
  },
  {
    name: 'editor, a step',
    open: async (device) => {
      await openEditorStep(device, 'Write the draft');
      await device.waitFor('button', 'Checklist', sheet);
    },
  },
  {
    name: 'editor, a new step',
    open: async (device) => {
      await device.goto(address);
      await device.click('button', 'Add a step');
      await device.waitFor('dialog', 'A new step');
    },
  },
  onStepPage('what kind of step', 'Write the draft', 'What kind of step'),
  onStepPage('who', 'Write the draft', 'Who'),
  onStepPage('when', 'Write the draft', 'When'),
  onStepPage('what it needs first', 'Send it for signature', 'What it needs first'),
  onStepPage('how it can end', 'Check the wording', 'How it can end'),
  onStepPage('who decides', 'Check the wording', 'Who decides'),
  onStepPage('facts of a step', 'Check the money', 'What it asks for and needs to know'),
  onStepPage('checklist', 'Write the draft', 'Checklist'),
  onStepPage('contact of a step', 'Their signature', 'Getting in touch'),
  onStepPage('stalls of a step', 'Their signature', 'If it stalls…'),
  onStepPage('try again', 'Their signature', 'Try again'),
  onStepPage('undo of a step', 'Send it for signature', 'If it has to be undone'),
  onStepPage('only sometimes', 'Write the draft', 'Only sometimes'),
  onStepPage('part of', 'Write the draft', 'Part of'),
  onStepPage('another workflow in it', 'Bring them on board', 'Which workflow'),
  onMenu('facts of a workflow', 'What it needs to know'),
  onMenu('parts of a workflow', 'Who takes part'),
  onMenu('lists of a workflow', 'Lists and groups'),
  {
    name: 'a list of a workflow',
    open: async (device) => {
      await openMenuPage(device, 'Lists and groups');
      await device.click('button', /^The draft/, sheet);
      await device.waitForText('What they are together');
    },
  },
  onMenu('follows a workflow', 'What follows'),
  onMenu('if any step stalls', 'If a step stalls'),
  onMenu('versions', 'Versions'),
  onMenu('as text', 'As text'),
  onMenu('rename', 'Rename'),
  onWorkflow('duplicate a workflow', 'Duplicate…', 'A copy of it'),
  onWorkflow('delete a workflow', 'Delete…', `Delete “${contract}”?`),
  onPlan('plan, another flow', async (device) => {
    await device.click('button', 'Add another flow', sheet);
    await device.choose(/^Which one/, 'Business trip', sheet);
    await device.waitForText('What it is called here');
  }),
  onPlan('plan, what follows', async (device) => {
    await device.click('button', 'Change when New client starts', sheet);
    await device.waitFor('dialog', 'New client');
  }),
];

async function openWorkflows(device: Device): Promise<void> {
  await device.goto('/flows');
  await device.click('tab', /^Workflows/);
}

async function openEditorStep(device: Device, step: string): Promise<void> {
  await device.goto(address);
  await device.click('button', step, { role: 'list', name: 'Steps' });
  await device.waitFor('dialog', /./);
}

function onStepPage(name: string, step: string, page: string): State {
  return {
    name,
    open: async (device) => {
      await openEditorStep(device, step);
      await device.click('button', page, sheet);
      await device.waitFor('dialog', page);
    },
  };
}

async function openMenuPage(device: Device, page: string): Promise<void> {
  await device.goto(address);
  await device.click('button', 'More');
  await device.click('menuitem', page);
  await device.waitFor('dialog', page);
}

function onMenu(name: string, page: string): State {
  return { name, open: (device) => openMenuPage(device, page) };
}

function onWorkflow(name: string, item: string, title: string): State {
  return {
    name,
    open: async (device) => {
      await openWorkflows(device);
      await device.click('button', `More about ${contract}`);
      await device.click('menuitem', item);
      await device.waitFor('dialog', title);
    },
  };
}

function onPlan(name: string, look: (device: Device) => Promise<void>): State {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, contract);
      await chooseForFlow(device, 'Change the plan…');
      await look(device);
    },
  };
}
