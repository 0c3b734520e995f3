/**
 * What the gallery is made of, as data: stages, each one a household of its own on a relay of its own, with the
 * states of screens that can be seen there, one after another.
 */
import type { Device } from '../e2e/support/device.ts';
import type { Screen } from '../e2e/support/screens.ts';

/** Its name is what its pictures are called, and is used once in the whole gallery. */
export type State = Screen;

/** What a device of the gallery has that others do not. */
export interface DeviceOptions {
  /** Runs in every page before anything of its own. */
  readonly before?: () => void;
  /** Keeps no copy of the page, so that what is not loaded yet cannot be loaded without a network. */
  readonly withoutServiceWorker?: true;
}

export interface Backstage {
  readonly newDevice: (name: string, options?: DeviceOptions) => Promise<Device>;
  /** One that is there already; the first is called Ana. */
  readonly device: (name: string) => Device;
  /** Page, household and relay are so many milliseconds ahead from now on, and the devices are loaded again. */
  readonly moveClock: (ahead: number, devices: readonly Device[]) => Promise<void>;
}

/** Brings the household to where the states that follow can be seen; gives the device that shows them. */
export type Prepare = (device: Device, backstage: Backstage) => Promise<Device>;

export interface Act {
  readonly prepare?: Prepare;
  readonly states: readonly State[];
}

export interface Stage {
  readonly name: string;
  /** Of the device that is there from the beginning. */
  readonly device?: DeviceOptions;
  readonly acts: readonly Act[];
}

/** A state at an address, drawn once the text is there. */
export function at(name: string, path: string, text: string | RegExp): State {
  return {
    name,
    open: async (device) => {
      await device.goto(path);
      await device.waitForText(text);
    },
  };
}

export function namesOf(stages: readonly Stage[]): readonly string[] {
  return stages.flatMap(({ acts }) => acts.flatMap(({ states }) => states.map(({ name }) => name)));
}
