/** What people come back for: finding, printing, doing it again, files, and the pictures of a flow. */
import type { Device } from '../e2e/support/device.ts';
import { startTyped } from '../e2e/support/start-flow.ts';
import { openFlow } from '../e2e/support/step-on-screen.ts';
import { partNames } from '../../src/i18n/core/en/part-names.ts';
import { workflowToFile } from '../../src/interchange/workflow-file.ts';
import { summerCamps } from '../../src/templates/summer-camps.ts';
import type { State } from './stage.ts';
import { at } from './stage.ts';

const sheet = { role: 'dialog' } as const;
const main = { role: 'main' } as const;
const sale = 'Bake sale';

/** Nobody closes the system's dialogue here. */
export function withoutPrinter(): void {
  globalThis.print = () => undefined;
}

/** A flow of Ana's and Sam's, and one that is over. */
export async function startDaily(device: Device): Promise<void> {
  await startTyped(device, ['Errands:', 'Buy milk @Ana'], 'Ana');
  await device.click('button', /^Done/, { role: 'article' });
  await device.waitForText('You hold no baton');
  await startTyped(device, [
    `${sale}:`,
    'Ask the school @Ana by fri',
    '& Buy flour @Sam by thu',
    'Bake @Ana ~2h',
    'Sell @Sam',
  ]);
}

const ambiguous = ['Trip:', 'Book flights @Ana', '& Reserve hotel @Ana', 'Wait for hotel check-in time ~2d'];

export const dailyScreens: readonly State[] = [
  onPicture('flow, map', 'map', `Map of ${sale}`),
  onPicture('flow, days', 'days', `Days of ${sale}`),
  onPicture('flow, people', 'people', `Who does what in ${sale}`),
  {
    name: 'map, as a list',
    open: async (device) => {
      await openPicture(device, 'map', `Map of ${sale}`);
      await device.click('button', 'As a list');
      await device.waitForText('Starts after Ask the school and Buy flour');
    },
  },
  {
    name: 'what it means',
    open: async (device) => {
      await device.goto('/new');
      await device.fill('Steps, one a line', [...ambiguous, 'Book transfer after flights, hotel'].join('\n'));
      await device.click('button', 'Choose what “hotel” is');
      await device.waitFor('dialog', /hotel/);
    },
  },
  {
    name: 'log, narrow it down',
    open: async (device) => {
      await device.goto('/log');
      await device.click('button', 'Narrow it down');
      await device.waitFor('dialog', 'Narrow it down');
    },
  },
  {
    name: 'log, searched',
    open: async (device) => {
      await device.goto('/log?find=milk');
      await device.waitForText('finished Buy milk');
    },
  },
  at('log, nothing found', '/log?find=zebra', 'Nothing like that was found'),
  {
    name: 'finished flows',
    open: async (device) => {
      await openFinished(device);
      await device.click('button', 'More about Errands');
      await device.waitFor('menuitem', 'Archive');
    },
  },
  {
    name: 'again',
    open: async (device) => {
      await openFinished(device);
      await device.click('button', 'More about Errands');
      await device.click('menuitem', 'Do it again');
      await device.waitFor('button', 'Show me whose turn it is');
    },
  },
  {
    name: 'print',
    open: async (device) => {
      await openFinished(device);
      await device.click('link', 'Errands', main);
      await device.click('button', 'More about Errands');
      await device.click('menuitem', 'Print');
      await device.waitForText(/as it was/);
    },
  },
  at('share, to paste', '/share', 'A text, a link, or a list from a message.'),
  {
    name: 'share',
    open: openShare,
  },
  {
    name: 'share, which step',
    open: async (device) => {
      await openShare(device);
      await device.click('button', 'A note on a step', main);
      await device.waitFor('dialog', 'Which step?');
      await device.waitForText('Bake');
    },
  },
  at('open', '/open', 'A household, a workflow or a calendar'),
  {
    name: 'open a calendar file',
    open: async (device) => {
      await device.goto('/open');
      const file = { name: 'Holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from('') };
      await device.page?.getByLabel('Choose a file').setInputFiles(file);
      await device.waitFor('button', 'Add the calendar');
    },
  },
  {
    name: 'open a workflow file',
    open: async (device) => {
      await openWorkflowFile(device, workflowToFile(summerCamps, partNames));
      await device.waitFor('button', 'Add it', sheet);
    },
  },
  {
    name: 'open another file',
    open: async (device) => {
      await openWorkflowFile(device, '{}');
      await device.waitForText('This is no workflow of Baton.');
    },
  },
  {
    name: 'calendar',
    open: async (device) => {
      await device.goto('/people');
      await device.click('button', /You|Ana/, main);
      await device.click('button', 'Calendar', sheet);
      await device.waitForText('Dates as a calendar file');
    },
  },
  onKey('search', 'Control+k', async (device) => {
    await device.waitFor('combobox', 'Search');
  }),
  onKey('search, found', 'Control+k', async (device) => {
    await device.waitFor('combobox', 'Search');
    await device.type('bake');
    await device.waitFor('option', /Bake sale/);
  }),
  onKey('search, nothing found', 'Control+k', async (device) => {
    await device.waitFor('combobox', 'Search');
    await device.type('zebra');
    await device.waitForText('Nothing is called “zebra”');
  }),
  onKey('keys', '?', async (device) => {
    await device.waitFor('dialog', 'Keys');
  }),
  {
    name: 'install',
    open: async (device) => {
      await device.goto('/settings');
      await device.click('button', 'Install');
      await device.waitFor('dialog', 'Put Baton on this device');
    },
  },
];

async function openPicture(device: Device, view: string, region: string): Promise<void> {
  await device.goto('/flows');
  await openFlow(device, sale);
  const [address = ''] = (await device.path()).split('?');
  await device.goto(`${address}?view=${view}`);
  await device.waitFor('region', region);
}

function onPicture(name: string, view: string, region: string): State {
  return { name, open: (device) => openPicture(device, view, region) };
}

async function openFinished(device: Device): Promise<void> {
  await device.goto('/flows');
  await device.click('tab', /^Finished/);
  await device.waitFor('button', 'More about Errands');
}

async function openShare(device: Device): Promise<void> {
  await device.goto('/share');
  await device.fill('Text or link', 'https://example.org/flour\nTwo kilos, the cheap one');
  await device.waitForText('A note on a step');
}

async function openWorkflowFile(device: Device, text: string): Promise<void> {
  await device.goto('/flows');
  await device.click('tab', /^Workflows/);
  await device.click('button', 'Open a workflow file');
  await device.waitFor('dialog', 'A workflow from a file');
  const file = { name: 'shared.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await device.page?.getByLabel('Choose a file').setInputFiles(file);
}

function onKey(name: string, key: string, look: (device: Device) => Promise<void>): State {
  return {
    name,
    open: async (device) => {
      await device.goto('/');
      await device.waitForText('You hold');
      // What hears the keys loads once the first screen stands.
      await new Promise((resolve) => setTimeout(resolve, 500));
      await device.press(key);
      await look(device);
    },
  };
}
