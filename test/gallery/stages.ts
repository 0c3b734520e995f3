/** All stages of the gallery. A screen that is new adds its states to one of them, or a stage of its own. */
import {
  changedScreens,
  changeHousehold,
  deviceSheets,
  emptyScreens,
  fillHousehold,
  filledScreens,
} from '../e2e/support/screens.ts';
import {
  alertScreens,
  contractScreens,
  gardenScreens,
  readyScreens,
  startContract,
  startGarden,
  startReadyFlows,
} from '../e2e/support/household-screens.ts';
import {
  contactScreens,
  nudgeScreens,
  offerScreens,
  startContact,
  startOffers,
} from '../e2e/support/asked-screens.ts';
import { startTyped } from '../e2e/support/start-flow.ts';
import { aloneScreens, crowdScreens, longScreens, startAlone, startCrowd, startLong } from './amounts.ts';
import { brokenStages } from './broken.ts';
import { dailyScreens, startDaily, withoutPrinter } from './daily.ts';
import {
  callOffTrip,
  campScreens,
  firstSheets,
  lateScreens,
  menuScreens,
  undoScreens,
} from './more-sheets.ts';
import type { Device } from '../e2e/support/device.ts';
import { sharedStages } from './shared.ts';
import type { Prepare, Stage } from './stage.ts';
import { startWriting, writingScreens } from './writing.ts';

const day = 86_400_000;

const alone =
  (act: (device: Device) => Promise<void>): Prepare =>
  async (device) => {
    await act(device);
    return device;
  };

export const stages: readonly Stage[] = [
  { name: 'first minute', acts: [{ states: [...emptyScreens, ...firstSheets] }] },
  {
    name: 'trip',
    acts: [
      { prepare: alone(fillHousehold), states: [...filledScreens, ...menuScreens] },
      { prepare: alone(changeHousehold), states: changedScreens },
    ],
  },
  {
    name: 'households and the device',
    acts: [
      {
        prepare: alone((device) => startTyped(device, ['Buy milk @ana', 'Cook @sam'], 'ana')),
        states: deviceSheets,
      },
    ],
  },
  {
    name: 'garden',
    acts: [
      { prepare: alone(startGarden), states: gardenScreens },
      {
        prepare: async (device, { moveClock }) => {
          await moveClock(3 * day, [device]);
          return device;
        },
        states: [...alertScreens, ...nudgeScreens, ...lateScreens],
      },
    ],
  },
  {
    name: 'votes, items, undo',
    acts: [
      { prepare: alone(startContract), states: contractScreens },
      { prepare: alone(startReadyFlows), states: [...readyScreens, ...campScreens] },
    ],
  },
  { name: 'undo', acts: [{ prepare: alone(callOffTrip), states: undoScreens }] },
  { name: 'contact', acts: [{ prepare: alone(startContact), states: contactScreens }] },
  { name: 'offers', acts: [{ prepare: alone(startOffers), states: offerScreens }] },
  { name: 'long', acts: [{ prepare: alone(startLong), states: longScreens }] },
  { name: 'one', acts: [{ prepare: alone(startAlone), states: aloneScreens }] },
  { name: 'many', acts: [{ prepare: alone(startCrowd), states: crowdScreens }] },
  { name: 'writing', acts: [{ prepare: alone(startWriting), states: writingScreens }] },
  {
    name: 'daily',
    device: { before: withoutPrinter },
    acts: [{ prepare: alone(startDaily), states: dailyScreens }],
  },
  ...sharedStages,
  ...brokenStages,
];
