/** Households of several devices: a guest, somebody who only looks, a device put out, offline, several households. */
import type { Device } from '../e2e/support/device.ts';
import {
  arrive,
  closeSheet,
  makeInvite,
  readLink,
  shareFlow,
  waitUntilInstalled,
  waitUntilSynced,
} from '../e2e/support/household-on-screen.ts';
import { startTyped } from '../e2e/support/start-flow.ts';
import { chooseForFlow, openFlow, openStep, toNow } from '../e2e/support/step-on-screen.ts';
import { startTrip } from '../e2e/support/trip-on-screen.ts';
import { at, type Backstage, type Stage, type State } from './stage.ts';

const sheet = { role: 'dialog' } as const;
const trip = 'Business trip';
const hour = 3_600_000;

const flowOf = (name: string): State => ({
  name,
  open: async (device) => {
    await device.goto('/flows');
    await openFlow(device, trip);
  },
});
const stepOf = (name: string): State => ({
  name,
  open: async (device) => {
    await device.goto('/flows');
    await openFlow(device, trip);
    await openStep(device, 'Confirm meeting times');
  },
});

/** Ana's trip, and Sam's device with a link that she made. */
async function invite(
  ana: Device,
  { newDevice }: Backstage,
  make: (ana: Device) => Promise<string>,
): Promise<{ readonly sam: Device; readonly link: string }> {
  const sam = await newDevice('Sam');
  await ana.goto('/');
  await startTrip(ana);
  const link = await make(ana);
  await closeSheet(ana);
  return { sam, link: sam.linkFor(link) };
}

async function guestLink(ana: Device): Promise<string> {
  await openFlow(ana, trip);
  await chooseForFlow(ana, 'Invite a guest…');
  await ana.click('radio', 'Sam', sheet);
  await ana.click('button', 'Make the link', sheet);
  return readLink(ana);
}

async function viewerLink(ana: Device): Promise<string> {
  await ana.click('link', 'People');
  await ana.click('button', 'Invite Sam');
  await ana.click('radio', /^Only look/, sheet);
  await ana.click('button', 'Make the invite', sheet);
  await ana.waitForText('Sam can see everything in this household, and change nothing.');
  return readLink(ana);
}

/** Ana and Sam share the trip; Ana's device is the one that is looked at. */
const share = (ana: Device, { newDevice }: Backstage): ReturnType<typeof shareFlow> =>
  shareFlow(async (name) => (name === ana.name ? ana : newDevice(name)), startTrip);

export const sharedStages: readonly Stage[] = [
  {
    name: 'guest',
    acts: [
      {
        prepare: async (ana, backstage) => {
          const { sam, link } = await invite(ana, backstage, guestLink);
          await sam.goto(link);
          return sam;
        },
        states: [
          {
            name: 'guest, invited',
            open: (sam) => sam.waitForText(/Ana invites you to do your part in/),
          },
          {
            name: 'guest, joined',
            open: async (sam) => {
              await sam.click('button', 'Join');
              await sam.waitForText('You are a guest of Ana in');
            },
          },
          {
            name: 'guest, now',
            open: async (sam) => {
              await sam.click('link', 'Go to Now');
              await sam.waitForText('You hold no baton');
            },
          },
          flowOf('guest, flow'),
          stepOf('guest, step of somebody else'),
          at('guest, settings', '/settings', 'Appearance'),
        ],
      },
    ],
  },
  {
    name: 'viewer',
    acts: [
      {
        prepare: async (ana, backstage) => {
          const { sam, link } = await invite(ana, backstage, viewerLink);
          await sam.goto(link);
          return sam;
        },
        states: [
          { name: 'viewer, invited', open: (sam) => sam.waitForText(/Ana invites you to look/) },
          {
            name: 'viewer, now',
            open: async (sam) => {
              await sam.click('button', 'Join');
              await arrive(sam, 'Sam');
              await sam.waitForText('Waiting on others');
            },
          },
          flowOf('viewer, flow'),
          stepOf('viewer, step'),
          at('viewer, people', '/people', 'Ana'),
        ],
      },
    ],
  },
  {
    name: 'offline',
    acts: [
      {
        prepare: async (device, backstage) => (await share(device, backstage)).sam,
        states: [
          {
            name: 'now, offline',
            open: async (sam) => {
              await waitUntilInstalled(sam);
              await toNow(sam);
              await waitUntilSynced(sam);
              sam.goOffline();
              await sam.waitForText(/Offline/);
            },
          },
          {
            name: 'invite, offline',
            open: async (sam) => {
              await sam.goto('/people');
              await sam.click('button', /^Sam/, { role: 'main' });
              await sam.click('button', 'Add a device', sheet);
              await sam.click('button', 'Make the invite', sheet);
              await sam.waitForText('Making an invite needs the relay once, and it cannot be reached.');
            },
          },
        ],
      },
    ],
  },
  {
    name: 'removed',
    acts: [
      {
        prepare: async (device, backstage) => {
          const { ana } = await share(device, backstage);
          await ana.click('link', 'People');
          await ana.click('button', 'Sam', { role: 'main' });
          await ana.click('button', 'Remove Sam’s devices…', sheet);
          return ana;
        },
        states: [
          {
            name: 'remove a device',
            open: (ana) => ana.waitForText('What is on it already stays there, to be read.'),
          },
        ],
      },
      {
        prepare: async (ana, { device }) => {
          const sam = device('Sam');
          await ana.click('button', 'Remove it', sheet);
          await sam.waitForText('This device was removed from the household.');
          return sam;
        },
        states: [
          at('removed, now', '/', 'This device was removed from the household.'),
          flowOf('removed, flow'),
          {
            name: 'start from this copy',
            open: async (sam) => {
              await sam.goto('/settings');
              await sam.click('button', 'Start from this copy…');
              await sam.waitFor('button', 'Start it', sheet);
            },
          },
        ],
      },
    ],
  },
  {
    name: 'several households',
    acts: [
      {
        prepare: async (ana, { newDevice }) => {
          const sam = await newDevice('Sam');
          await startTyped(ana, ['Buy milk @ana', 'Cook @sam'], 'ana');
          await startTyped(sam, ['Write the report @sam', 'Read it @kim'], 'sam');
          await sam.goto(sam.linkFor(await makeInvite(ana, 'sam')));
          return sam;
        },
        states: [
          { name: 'invited, with a household already', open: (sam) => sam.waitForText(/stays as it is/) },
          {
            name: 'joined',
            open: async (sam) => {
              await sam.click('button', 'Join');
              await sam.waitForText(/You are sam (here|in )/);
            },
          },
          {
            name: 'several households',
            open: async (sam) => {
              await sam.click('link', 'Go to Now');
              await sam.goto('/settings');
              await sam.click('button', 'Open');
              await sam.waitForText('Each has its own people');
            },
          },
          at('now, several households', '/', 'You hold'),
        ],
      },
    ],
  },
  {
    name: 'shared tablet',
    acts: [
      {
        prepare: async (tablet, { moveClock }) => {
          await startTyped(tablet, ['Buy milk @ana', 'Cook @sam'], 'ana');
          await tablet.goto('/settings');
          await tablet.click('button', 'Turn on');
          await tablet.waitForText('Your face on Now switches, too');
          await moveClock(2 * hour, [tablet]);
          return tablet;
        },
        states: [
          {
            name: 'choose who is there',
            open: async (tablet) => {
              await tablet.goto('/');
              await tablet.waitForText('Who are you?');
              await tablet.waitFor('radio', 'ana');
            },
          },
        ],
      },
    ],
  },
];
