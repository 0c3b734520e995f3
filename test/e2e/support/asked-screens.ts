/** Screens where somebody outside is asked, somebody late is nudged, and a later plan is offered to flows under way. */
import { addNumber, follow } from './contact-on-screen.ts';
import type { Device } from './device.ts';
import type { Screen } from './screens.ts';
import { startReady, startTyped } from './start-flow.ts';
import { chooseForFlow, chooseFromMenu, openFlow, openStep } from './step-on-screen.ts';

const sheet = { role: 'dialog' } as const;
const sale = 'Bake sale';

/** A trip whose hotel is to be asked when the room is ready. */
export async function startContact(device: Device): Promise<void> {
  const sam = 'Who approves the budget';
  await startReady(device, { workflow: 'Business trip', sam, done: ['Reserve the hotel'] });
}

/** With the household of `startContact`, in this order. */
export const contactScreens: readonly Screen[] = [
  {
    name: 'get in touch, without a number',
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, 'Business trip');
      await openStep(device, 'Hotel check-in time');
      await chooseFromMenu(device, 'Get in touch with Hotel');
      await device.waitForText('There is no number for Hotel yet.');
    },
  },
  {
    name: 'get in touch',
    open: async (device) => {
      await addNumber(device, 'Hotel', '(020) 7946-0958');
      await device.waitFor('link', 'Text Hotel', sheet);
    },
  },
  {
    name: 'did they answer',
    open: async (device) => {
      await follow(device, 'Text Hotel');
      await device.waitFor('dialog', 'Did Hotel answer?');
    },
  },
];

/** With the household of `startGarden`, three days later. */
export const nudgeScreens: readonly Screen[] = [
  {
    name: 'nudge, on Now',
    open: async (device) => {
      await device.goto('/');
      await device.click('button', /^Nudge Sam/);
      await device.waitFor('dialog', 'Nudge Sam');
    },
  },
];

/** The plan of a flow was kept for next time; two others of that workflow are under way without the difference. */
export async function startOffers(device: Device): Promise<void> {
  await startTyped(device, [`${sale}:`, 'Ask the school @Ana', 'Bake @Sam'], 'Ana');
  await keepWith(device, 'Print posters');
  await device.goto('/flows');
  await device.click('tab', /^Workflows/);
  await device.click('link', new RegExp(`^${sale}`), { role: 'main' });
  await device.fill('Name of this flow', 'Spring sale');
  await device.click('button', 'Show me whose turn it is');
  await device.waitForText(/You hold/);
  await keepWith(device, 'Count the money');
}

/** With the household of `startOffers`. */
export const offerScreens: readonly Screen[] = [
  {
    name: 'kept plan, offered',
    open: async (device) => {
      await device.goto('/flows');
      await device.click('tab', /^Workflows/);
      await device.click('button', `More about ${sale}`);
      await device.click('menuitem', 'Change one flow under way…');
      await device.waitFor('dialog', 'Flows under way');
      await device.waitForText('One difference');
    },
  },
];

async function keepWith(device: Device, step: string): Promise<void> {
  await device.goto('/flows');
  await openFlow(device, sale);
  await chooseForFlow(device, 'Change the plan…');
  await device.click('button', 'Add a step', sheet);
  await device.fill('What happens?', step, sheet);
  await device.click('button', 'Add it', sheet);
  await device.waitForText(`“${step}” is in the plan`);
  await device.click('button', 'Keep this plan for next time', sheet);
  await device.waitForText('The next one starts like this');
}
