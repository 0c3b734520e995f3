/** Every screen of the app with something on it, for what has to hold on each of them. */
import type { Device } from './device.ts';
import type { Name, Role } from './tab.ts';
import {
  dayAhead,
  decideTurn,
  fillTold,
  openFlow,
  openStep,
  setFact,
  type Told,
  waitForState,
} from './step-on-screen.ts';

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
      await device.waitForText('Who books along: their name');
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

/** Makes a household, on a phone: a trip under way, with another person in it, and a question decided. */
export async function fillHousehold(device: Device): Promise<void> {
  await device.goto('/new/business-trip');
  await device.click('button', /^Who does what/);
  await device.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
  await device.fill('Who books along: their name', 'Noor');
  await device.click('button', 'Done');
  await device.click('checkbox', 'Confirm meeting times');
  await device.click('button', 'Show me whose turn it is');
  await decideTurn(device, 'Approve the budget', 'Approved', {});
  await device.waitForText('Noor has it');
}

/**
 * From there on, on a phone: what is done rests on a flight that then lands later, somebody outside is waited for, one
 * step is stuck, and a contract's review went into its second round.
 */
export async function changeHousehold(device: Device): Promise<void> {
  await device.goto('/flows');
  await openFlow(device, 'Business trip');
  await finish(device, 'Book flights', { 'Flight lands': { Day: dayAhead(19), Time: '14:10' } });
  await finish(device, 'Reserve the hotel', {});
  await openStep(device, 'Hotel check-in time');
  await device.click('button', 'They answered', { role: 'dialog' });
  await device.click('button', 'Note it, and done', { role: 'dialog' });
  await waitForState(device, 'Airport transfer', 'Your turn|has it');
  await finish(device, 'Airport transfer', {});
  await setFact(device, 'Flight lands', { Day: dayAhead(20), Time: '16:10' });
  await waitForState(device, 'Airport transfer', 'Check again');
  await openStep(device, 'Dinner after the meeting');
  await device.click('button', 'More for this step', { role: 'dialog' });
  await device.click('menuitem', 'Wait for somebody outside…');
  await device.fill('Who or what', 'The restaurant', { role: 'dialog' });
  await device.click('button', 'Wait for The restaurant', { role: 'dialog' });
  await waitForState(device, 'Dinner after the meeting', 'Waiting');

  await device.goto('/new/contract-approval');
  await device.fill('Worth, in its currency', '12000');
  await device.click('checkbox', 'Write the draft');
  await device.click('button', 'Show me whose turn it is');
  await device.waitFor('button', 'Approve', { role: 'article' });
  await openFlow(device, 'Contract approval');
  await openStep(device, 'Check the wording');
  await device.fill('Add a note', 'Half a year is too long to give notice');
  await device.click('button', 'Add', { role: 'dialog' });
  await device.waitForText('Note added');
  await device.click('button', 'Send back', { role: 'dialog' });
  await device.fill('What should change?', 'Three months, not six', { role: 'dialog' });
  await device.click('button', 'Send it back', { role: 'dialog' });
  await device.waitForText('round 2');
  await openStep(device, 'Write the draft');
  await device.click('button', 'Stuck', { role: 'dialog' });
  await device.fill('In a few words', 'The client does not answer');
  await device.click('radio', /^Just note it/);
  await device.click('button', 'Just note it');
  await waitForState(device, 'Write the draft', 'Stuck');
}

/** On the rail, through the step's sheet and the page that may ask what came out of it. */
async function finish(device: Device, title: string, told: Told): Promise<void> {
  await openStep(device, title);
  await device.click('button', /^Done/, { role: 'dialog', name: title });
  if (Object.keys(told).length > 0) {
    await device.waitForText('What came out of it?');
    await fillTold(device, told);
    await device.click('button', /^Done/, { role: 'dialog' });
  }
  await waitForState(device, title, 'Done');
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
  onSheet('facts', [['button', /^Facts/]], 'Still missing'),
  onSheet(
    'fact, an amount',
    [
      ['button', /^Facts/],
      ['button', /^Budget/],
    ],
    'Currency',
  ),
  onSheet(
    'fact, a moment',
    [
      ['button', /^Facts/],
      ['button', /^Flight lands/],
    ],
    'Needed for',
  ),
  onSheet(
    'fact, its zone',
    [
      ['button', /^Facts/],
      ['button', /^Flight lands/],
      ['button', /Change the time zone/],
    ],
    'Time zone',
  ),
  onSheet(
    'done, with facts',
    [
      ['link', 'Book flights, Noor has it'],
      ['button', 'Done, for Noor'],
    ],
    'What came out of it?',
  ),
  onSheet(
    'without',
    [
      ['link', 'Reserve the hotel, Your turn'],
      ['button', 'More for this step'],
      ['menuitem', /^Go on without/],
    ],
    'Go on without it?',
  ),
  onSheet(
    'wait outside',
    [
      ['link', 'Reserve the hotel, Your turn'],
      ['button', 'More for this step'],
      ['menuitem', /^Wait for/],
    ],
    'nobody’s turn until they answer',
  ),
  onSheet(
    'parts',
    [
      ['button', 'Change this flow'],
      ['menuitem', /^Parts/],
    ],
    'The budget',
  ),
  at('people', '/people', 'Noor'),
  {
    name: 'invite',
    open: async (device) => {
      await device.goto('/people');
      await device.click('button', /invite/i, { role: 'main' });
      await device.click('button', 'Make the invite', { role: 'dialog' });
      await device.waitFor('img', /code to scan/);
    },
  },
  at('log', '/log', 'started Business trip'),
  at('settings', '/settings', 'Appearance'),
  at('flow, missing', '/flows/nothing', 'This flow is not here'),
];

/** Sheets about households and the device, with any household. */
export const deviceSheets: readonly Screen[] = [
  onSettings('households', ['Open'], 'Each has its own people'),
  onSettings('another household', ['Open', 'New household'], 'It begins empty'),
  onSettings('open a file', ['Open', 'Open a saved file'], 'Nothing that is here is lost'),
  onSettings('save to a file', ['Save'], 'Nobody can bring a lost passphrase back'),
  onSettings('file made', ['Save', 'Make the file'], 'The file is ready'),
  onSettings('leave', ['Leave'], 'Nobody else has this'),
  onSettings('delete everything', ['Delete', 'Go on'], 'There is no way back'),
];

/** With the household of `changeHousehold`. */
export const changedScreens: readonly Screen[] = [
  at('now, changed', '/', 'Check again'),
  onSheet('flow, changed', [], 'Two steps to check again'),
  onSheet('step to check', [['link', /^Airport transfer, /]], 'is now'),
  onSheet('irreversible', [['link', 'Book flights, Done']], 'This cannot be done twice'),
  onSheet('step waiting', [['link', /^Dinner after the meeting, /]], 'Stop waiting'),
  onSheet(
    'they answered',
    [
      ['link', /^Dinner after the meeting, /],
      ['button', 'They answered'],
    ],
    'In their words',
  ),
  onSheet('facts, known', [['button', /^Facts/]], 'Known'),
  onSheet('flow, second round', [], 'round 2', 'Contract approval'),
  onSheet('step, second round', [['link', /^Check the wording, /]], 'Rounds', 'Contract approval'),
  onSheet(
    'step, first round',
    [
      ['link', /^Check the wording, /],
      ['link', /^Round 1/],
    ],
    'This is round 1 of 2',
    'Contract approval',
  ),
  onSheet('step, stuck', [['link', /^Write the draft, /]], 'In the way', 'Contract approval'),
  onSheet(
    'other ways',
    [
      ['link', /^Write the draft, /],
      ['button', 'Other ways'],
    ],
    'What is in the way?',
    'Contract approval',
  ),
  onSheet(
    'flow, paused',
    [
      ['button', 'Change this flow'],
      ['menuitem', 'Pause this flow'],
    ],
    'Nothing is anybody’s turn',
    'Contract approval',
  ),
  onSheet('step, paused', [['link', /^Write the draft, /]], 'This flow is paused', 'Contract approval'),
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

/** A sheet on Settings, after these buttons. */
function onSettings(name: string, buttons: readonly string[], text: string): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/settings');
      for (const button of buttons) await device.click('button', button);
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

/** On a flow's rail, after these taps. */
function onSheet(
  name: string,
  taps: readonly (readonly [Role, Name])[],
  text: string,
  flow = 'Business trip',
): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, flow);
      for (const [role, target] of taps) await device.click(role, target);
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
