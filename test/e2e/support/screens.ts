/** Every screen of the app with something on it, for what has to hold on each of them. */
import type { Device } from './device.ts';

export interface Screen {
  readonly name: string;
  /** Leads there; resolves once it is drawn. */
  readonly open: (device: Device) => Promise<void>;
}

const typed = [
  'Camp week:',
  'Pick the camp @me by fri',
  '& Medical form @jon ~30m',
  'Pay the rest after medical, the moon',
  '  - last year’s discount',
].join('\n');

/** Before there is anything on the device. */
export const emptyScreens: readonly Screen[] = [
  at('first run', '/', 'What keeps slipping?'),
  at('prefilled', '/new/business-trip', 'Tap what is already done'),
  {
    name: 'who does what',
    open: async (device) => {
      await device.goto('/new/business-trip');
      await device.click('button', /^Who does what/);
      await device.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
      await device.waitForText('Their name');
    },
  },
  at('capture, empty', '/new', 'Or start with one that is ready'),
  {
    name: 'capture',
    open: async (device) => {
      await device.goto('/new');
      await device.fill('Steps, one a line', typed);
      await device.waitForText('no step is called');
    },
  },
  at('join', '/join', /invite/i),
  {
    name: 'scan, without a camera',
    open: async (device) => {
      await device.goto('/join');
      await device.click('button', 'Scan a code');
      await device.waitFor('button', 'Try again');
    },
  },
  at('not found', '/nothing/here', 'There is nothing at this address'),
];

/** Makes a household: a trip under way, with another person in it, and something stuck. */
export async function fillHousehold(device: Device): Promise<void> {
  await device.goto('/new/business-trip');
  await device.click('button', /^Who does what/);
  await device.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
  await device.fill('Their name', 'Noor');
  await device.click('button', 'Done');
  await device.click('checkbox', 'Confirm meeting times');
  await device.click('button', 'Show me whose turn it is');
  await device.click('button', /^Done, pass it on/);
  await device.waitForText('Approve the budget: done');
  await device.waitForText('Noor has it');
}

/** With the household of `fillHousehold`. */
export const filledScreens: readonly Screen[] = [
  at('now', '/', 'You hold 1 baton'),
  {
    name: 'stuck',
    open: async (device) => {
      await device.goto('/');
      await device.click('button', 'Stuck');
      await device.waitFor('radio', /^Skip it/);
    },
  },
  at('flows', '/flows', 'Start another'),
  onTab('flows, workflows', /^Workflows/, 'Ready made'),
  onTab('flows, finished', /^Finished/, 'Nothing has finished yet'),
  {
    name: 'flow',
    open: async (device) => {
      await device.goto('/flows');
      await device.click('link', 'Business trip', { role: 'main' });
      await device.waitFor('link', 'Pack, Not yet');
    },
  },
  onStep('step', 'Reserve the hotel, Your turn', 'Late arrival noted'),
  onStep('step, later', 'Airport transfer, Not yet', 'Starts after'),
  {
    name: 'hand over',
    open: async (device) => {
      await onStep('', 'Reserve the hotel, Your turn', 'Late arrival noted').open(device);
      await device.click('button', /^Hand it over/);
      await device.waitFor('radio', /^Noor/);
    },
  },
  {
    name: 'due',
    open: async (device) => {
      await onStep('', 'Reserve the hotel, Your turn', 'Late arrival noted').open(device);
      await device.click('button', /^Change when it is due/);
      await device.waitForText('Any time that day');
    },
  },
  at('people', '/people', 'Noor'),
  {
    name: 'invite',
    open: async (device) => {
      await device.goto('/people');
      await device.click('button', /invite/i, { role: 'main' });
      await device.waitFor('img', /code to scan/);
    },
  },
  at('log', '/log', 'started Business trip'),
  at('settings', '/settings', 'Appearance'),
  at('flow, missing', '/flows/nothing', 'This flow is not here'),
];

function at(name: string, path: string, text: string | RegExp): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto(path);
      await device.waitForText(text);
    },
  };
}

function onTab(name: string, tab: RegExp, text: string): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await device.click('tab', tab);
      await device.waitForText(text);
    },
  };
}

function onStep(name: string, step: string, text: string): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await device.click('link', 'Business trip', { role: 'main' });
      await device.click('link', step);
      await device.waitForText(text);
    },
  };
}
