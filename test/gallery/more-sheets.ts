/** Sheets that no walk for accessibility opens, with the households of those walks. */
import type { Device } from '../e2e/support/device.ts';
import { startReady } from '../e2e/support/start-flow.ts';
import { finishOnRail } from '../e2e/support/step-on-rail.ts';
import { chooseForFlow, openFlow, openStep } from '../e2e/support/step-on-screen.ts';
import type { State } from './stage.ts';

const sheet = { role: 'dialog' } as const;
const trip = 'Business trip';

/** With the household of `fillHousehold`. */
export const menuScreens: readonly State[] = [
  onFlow('hand the flow over', trip, async (device) => {
    await chooseForFlow(device, 'Hand the flow over…');
    await device.waitFor('dialog', 'Who conducts from now on?');
  }),
  onFlow('call it done', trip, async (device) => {
    await chooseForFlow(device, 'Call it done…');
    await device.waitFor('button', 'Call it done', sheet);
  }),
  onFlow('invite a guest', trip, async (device) => {
    await chooseForFlow(device, 'Invite a guest…');
    await device.waitFor('button', 'Make the link', sheet);
  }),
  onSettings('name of the household', async (device) => {
    await device.click('button', 'Rename');
    await device.waitFor('button', 'Save', sheet);
  }),
  onSettings('who are you', async (device) => {
    await device.click('button', 'Switch');
    await device.waitFor('dialog', 'Who are you?');
  }),
  onPeople('a device', async (device) => {
    await device.click('button', 'Show', { role: 'main' });
    await device.click('button', /Chrome/, sheet);
    await device.waitForText('Name of this device');
  }),
];

/** With the household of `startGarden`, three days later. */
export const lateScreens: readonly State[] = [
  {
    name: 'alert, give it to somebody',
    open: async (device) => {
      await device.goto('/alerts');
      await device.click('button', 'More ways for Buy seeds');
      await device.click('button', /^Give it to somebody/);
      await device.waitFor('radio', /^Ana|^You/, sheet);
    },
  },
];

/** With the flows of `startReadyFlows`. */
export const campScreens: readonly State[] = [
  onFlow('go on without the rest', 'Summer camps', async (device) => {
    await finishOnRail(device, 'Choose a camp · Mia', {});
    await device.click('button', 'Go on without the rest…');
    await device.waitFor('button', 'Go on', sheet);
  }),
];

/** A trip of Ana's and Sam's is called off with a hotel booked. */
export async function callOffTrip(device: Device): Promise<void> {
  await startReady(device, {
    workflow: trip,
    sam: 'Who books along',
    done: ['Reserve the hotel', 'Book flights'],
  });
}

/** Of a device that has nothing on it. */
export const firstSheets: readonly State[] = [
  {
    name: 'open a saved file, at first',
    open: async (device) => {
      await device.goto('/');
      await device.click('button', 'Open a saved file');
      await device.waitForText('Nothing that is here is lost');
    },
  },
];

export const undoScreens: readonly State[] = [
  onFlow('put right', trip, async (device) => {
    await openStep(device, 'Book flights');
    await device.click('button', 'Put it right…', sheet);
    await device.waitForText('What was put right');
  }),
  onFlow('who does the undo', trip, async (device) => {
    await chooseForFlow(device, 'Cancel this flow…');
    await device.click('button', 'Cancel the flow', sheet);
    await device.click('button', 'Give it to somebody: Cancel the hotel');
    await device.waitFor('dialog', 'Who does it?');
  }),
];

function onFlow(name: string, flow: string, look: (device: Device) => Promise<void>): State {
  return {
    name,
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, flow);
      await look(device);
    },
  };
}

function onSettings(name: string, look: (device: Device) => Promise<void>): State {
  return {
    name,
    open: async (device) => {
      await device.goto('/settings');
      await look(device);
    },
  };
}

function onPeople(name: string, look: (device: Device) => Promise<void>): State {
  return {
    name,
    open: async (device) => {
      await device.goto('/people');
      await look(device);
    },
  };
}
