/** Screens that take a household with more in it: people, a plan, late steps, and flows that ask for something special. */
import type { Device } from './device.ts';
import type { Screen } from './screens.ts';
import { startTyped } from './start-flow.ts';
import { chooseForFlow, openFlow, openStep } from './step-on-screen.ts';
import type { Name } from './tab.ts';

const sheet = { role: 'dialog' } as const;
const garden = 'Garden';

/** A flow of Ana's and Sam's, with steps that are due tomorrow. */
export async function startGarden(device: Device): Promise<void> {
  const lines = [
    `${garden}:`,
    'Buy seeds @Sam by tomorrow',
    '& Mend the fence @Ana by tomorrow',
    '& Draw a plan @Ana',
    'Plant them @Sam',
  ];
  await startTyped(device, lines, 'Ana');
}

/** With the household of `startGarden`. */
export const gardenScreens: readonly Screen[] = [
  onPerson('person', null, 'Days away'),
  onPerson('reach', /^How to reach/, 'Texts go to'),
  onPerson('hours', 'Hours and time zone', 'Working hours'),
  {
    name: 'hours of one’s own',
    open: async (device) => {
      await openPerson(device, 'Hours and time zone');
      await device.click('radio', 'Other hours', sheet);
      await device.waitForText('Mon – Tue');
    },
  },
  {
    name: 'away',
    open: async (device) => {
      await openPerson(device, 'Days away');
      await device.fill('First day away', '2031-05-05', sheet);
      await device.fill('Last day away', '2031-05-09', sheet);
      await device.choose(/^Who stands in/, 'You', sheet);
      await device.click('button', 'Add these days', sheet);
      await device.waitForText('Who stands in: You');
    },
  },
  onPerson('work', /^(What Sam has|Act for Sam)/, 'Buy seeds'),
  {
    name: 'hand everything over',
    open: async (device) => {
      await openPerson(device, /^(What Sam has|Act for Sam)/);
      await device.click('button', 'Hand everything over…', sheet);
      await device.click('radio', /^(You|Ana)/, sheet);
      await device.waitForText('A note for them');
    },
  },
  onPeople('role', 'Add a role', 'Who is in it?'),
  onPeople('holidays', 'Show: Holidays', 'Add the day'),
  onPeople('who has access', 'Show', 'this device'),
  {
    name: 'if it stalls',
    open: async (device) => {
      await openGarden(device);
      await openStep(device, 'Buy seeds');
      await device.click('button', 'Change what happens', sheet);
      await device.waitForText('What happens');
    },
  },
  onPlan('plan', null, 'What is done stays done'),
  onPlan('plan, a step', 'Plant them', 'Starts after'),
  onPlan('plan, a new step', 'Add a step', 'What happens?'),
  {
    name: 'repeat',
    open: async (device) => {
      await device.goto('/flows');
      await device.click('tab', /^Workflows/);
      await device.click('button', `More about ${garden}`);
      await device.click('menuitem', 'Repeat…');
      await device.waitFor('button', 'Repeat it', sheet);
      await device.waitForText(/Starts \w+/);
    },
  },
  {
    name: 'recurring',
    open: async (device) => {
      await device.click('button', 'Repeat it', sheet);
      await device.waitForText('starts by itself now');
      await device.goto('/flows');
      await device.waitFor('button', `More about ${garden}`, { role: 'region', name: 'Recurring' });
    },
  },
];

/** With the household of `startGarden`, three days later. */
export const alertScreens: readonly Screen[] = [
  {
    name: 'now, with alerts',
    open: async (device) => {
      await device.goto('/');
      await device.waitFor('link', 'Look');
    },
  },
  {
    name: 'alerts',
    open: async (device) => {
      await device.goto('/alerts');
      await device.waitFor('heading', 'What went wrong');
      await device.click('button', 'More ways for Buy seeds');
      await device.waitFor('button', 'Skip it');
    },
  },
  {
    name: 'alert settings',
    open: async (device) => {
      await device.goto('/settings');
      await device.waitForText('Save quiet hours');
    },
  },
];

/** A contract waits for a yes: Ana's first flow, so that it stands on top. */
export async function startContract(device: Device): Promise<void> {
  await device.goto('/new/contract-approval');
  await device.fill('Your name', 'Ana');
  await device.click('checkbox', 'Write the draft');
  await device.click('button', 'Show me whose turn it is');
  await device.waitForText(/You hold/);
}

/** With the household of `startContract`. */
export const contractScreens: readonly Screen[] = [
  {
    name: 'approval card',
    open: async (device) => {
      await device.goto('/');
      await device.waitFor('button', 'Approve', { role: 'article' });
    },
  },
  {
    name: 'sent back',
    open: async (device) => {
      await device.click('button', 'Send back', { role: 'article' });
      await device.waitForText('What should change?');
    },
  },
  onFlow('vote', 'Contract approval', 'Say yes or no', async (device) => {
    await device.waitFor('button', 'Approve', sheet);
  }),
];

/** Two children go to camp, and a trip is to be called off with a hotel booked. */
export async function startReadyFlows(device: Device): Promise<void> {
  await device.goto('/new/summer-camps');
  await device.fill('First child', 'Mia');
  await device.fill('Another child', 'Ben');
  await device.click('button', 'Show me whose turn it is');
  await device.waitForText(/You hold/);
  await device.goto('/new/business-trip');
  await device.click('checkbox', 'Reserve the hotel');
  await device.click('button', 'Show me whose turn it is');
  await device.waitForText(/You hold/);
}

/** With the flows of `startReadyFlows`, in this order. */
export const readyScreens: readonly Screen[] = [
  onFlow('items', 'Summer camps', null, async (device) => {
    await device.waitFor('heading', 'Mia', { role: 'region', name: 'Steps' });
  }),
  onFlow('a new item', 'Summer camps', null, async (device) => {
    await device.click('button', 'Add a child');
    await device.waitFor('button', 'Add', sheet);
  }),
  onFlow('an item called off', 'Summer camps', null, async (device) => {
    await device.click('button', 'Change Ben');
    await device.click('menuitem', 'Call Ben off…');
    await device.waitFor('button', 'Call it off', sheet);
  }),
  onFlow('cancelling', 'Business trip', null, async (device) => {
    await chooseForFlow(device, 'Cancel this flow…');
    await device.waitForText('Cancel the hotel');
  }),
  {
    name: 'to undo',
    open: async (device) => {
      await device.click('button', 'Cancel the flow', sheet);
      await device.waitForText('1 thing to undo');
    },
  },
  {
    name: 'an undo that did not work',
    open: async (device) => {
      await device.click('button', 'Didn’t work: Cancel the hotel');
      await device.waitForText('What happened? (if you like)');
    },
  },
];

async function openGarden(device: Device): Promise<void> {
  await device.goto('/flows');
  await openFlow(device, garden);
}

async function openPerson(device: Device, page: Name | null): Promise<void> {
  await device.goto('/people');
  await device.click('button', /^Sam/, { role: 'main' });
  if (page !== null) await device.click('button', page, sheet);
}

function onPerson(name: string, page: Name | null, text: string): Screen {
  return {
    name,
    open: async (device) => {
      await openPerson(device, page);
      await device.waitForText(text);
    },
  };
}

function onPeople(name: string, button: string, text: string): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/people');
      await device.click('button', button, { role: 'main' });
      await device.waitForText(text);
    },
  };
}

function onPlan(name: string, button: string | null, text: string): Screen {
  return {
    name,
    open: async (device) => {
      await openGarden(device);
      await chooseForFlow(device, 'Change the plan…');
      await device.waitForText('What is done stays done');
      if (button !== null) await device.click('button', button, sheet);
      await device.waitForText(text);
    },
  };
}

function onFlow(
  name: string,
  flow: string,
  step: string | null,
  look: (device: Device) => Promise<void>,
): Screen {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, flow);
      if (step !== null) await openStep(device, step);
      await look(device);
    },
  };
}
