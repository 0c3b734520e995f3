/** One of everything, very much of everything, and very long names: what no household looks like, until one does. */
import type { Device } from '../e2e/support/device.ts';
import { startTyped } from '../e2e/support/start-flow.ts';
import { openFlow, openStep } from '../e2e/support/step-on-screen.ts';
import { at, type State } from './stage.ts';

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longTitle = `Ask ${longWord} whether the room on the third floor is still free on all four afternoons`;
const longFlow = `Everything that has to be thought of before the ${longWord} meets in spring`;
const longName = 'Wolfeschlegelsteinhausenbergerdorff-Montgomery';

export async function startLong(device: Device): Promise<void> {
  const lines = [`${longFlow}:`, `${longTitle} @Ana by tomorrow`, `& ${longTitle} again @${longName}`];
  await startTyped(device, [...lines, `Tell everybody what ${longWord} said @Ana`], 'Ana');
}

export const longScreens: readonly State[] = [
  at('now, long texts', '/', longWord),
  at('flows, long texts', '/flows', longWord),
  onFlow('flow, long texts', longFlow, (device) => device.waitFor('link', /^Tell everybody/)),
  onFlow('step, long texts', longFlow, async (device) => {
    await device.click('link', /^Tell everybody/);
    await device.waitFor('dialog', /^Tell everybody/);
  }),
  at('people, long texts', '/people', longName),
  at('log, long texts', '/log', longWord),
];

export async function startAlone(device: Device): Promise<void> {
  await startTyped(device, ['Buy milk']);
}

export const aloneScreens: readonly State[] = [
  at('now, one step', '/', 'Buy milk'),
  at('flows, one flow', '/flows', 'Buy milk'),
  {
    name: 'flow, one step',
    open: async (device) => {
      await device.goto('/flows');
      await openFlow(device, 'Buy milk');
      await device.waitFor('link', /^Buy milk, /);
    },
  },
  at('people, only me', '/people', 'You'),
  at('log, the beginning', '/log', 'Buy milk'),
  {
    name: 'now, nothing to do',
    open: async (device) => {
      await device.goto('/');
      await device.click('button', /^Done/, { role: 'article' });
      await device.waitForText('You hold no baton');
    },
  },
  {
    name: 'flow, finished',
    open: async (device) => {
      await device.goto('/flows');
      await device.click('tab', /^Finished/);
      await device.click('link', 'Buy milk', { role: 'main' });
      await device.waitForText('Every step is done');
    },
  },
];

const people = Array.from({ length: 100 }, (_, index) => `Person-${index + 1}`);
const crowd = 'Village fête';
const long = 'Three hundred';

export async function startCrowd(device: Device): Promise<void> {
  const hundred = people.map((name, index) => `${index === 0 ? '' : '& '}Bring dish ${index + 1} @${name}`);
  await startTyped(device, [`${crowd}:`, ...hundred, 'Eat @Person-1'], 'Person-1');
  // In groups of six, one after another: the rail has lanes all the way down.
  const many = Array.from(
    { length: 300 },
    (_, index) => `${index % 6 === 0 ? '' : '& '}Thing ${index + 1} @Person-${(index % 7) + 1}`,
  );
  await startTyped(device, [`${long}:`, ...many]);
}

export const crowdScreens: readonly State[] = [
  at('now, 100 people', '/', 'You hold'),
  at('flows, 100 people', '/flows', crowd),
  at('people, 100', '/people', 'Person-99'),
  onFlow('flow, 100 people', crowd, async (device) => device.waitFor('link', /^Bring dish 100, /)),
  onFlow('flow, 300 steps', long, async (device) => device.waitFor('link', /^Thing 300, /)),
  onFlow('step, of 300', long, async (device) => openStep(device, 'Thing 13')),
  at('log, 100 people', '/log', long),
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
