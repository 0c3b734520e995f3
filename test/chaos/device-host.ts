/** A device: its disk, its clock, its place in the network, and the tabs that run the household on it. */
import { createHash } from 'node:crypto';
import type { DeviceId } from '../../src/model/ids.ts';
import type { SyncTiming } from '../../src/sync/sync-timing.ts';
import { type Household, openHousehold } from '../../src/worker/household.ts';
import type {
  AppView,
  Intent,
  IntentResult,
  ViewByKind,
  ViewPatch,
  ViewQuery,
} from '../../src/worker/messages.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { attachTab, makeDisk, type SimulatedDisk, tearOffTab } from './simulated-disk.ts';
import type { Machine, SimulatedNetwork } from './simulated-network.ts';
import { closeChannelsOf, makeLocks, registerTab, type SimulatedLocks } from './simulated-tabs.ts';
import { now, type Owner, runAs } from './virtual-time.ts';

export const relayOrigin = 'https://relay.test';

export interface Surroundings {
  readonly network: SimulatedNetwork;
  readonly random: SeededRandom;
  readonly timing: Partial<SyncTiming>;
  readonly note: (text: string) => void;
  /** The tab's screen says that the relay has everything that was written in it so far. */
  readonly acknowledged: (tab: Tab) => void;
}

export interface Tab {
  readonly name: string;
  readonly owner: Owner;
  /** `null` while it opens. */
  household: Household | null;
  /** An intent is under way. */
  isBusy: boolean;
  /** As it was last shown. */
  app: Partial<AppView>;
}

export class Device {
  readonly name: string;
  readonly machine: Machine;
  readonly disk: SimulatedDisk;
  private readonly locks: SimulatedLocks = makeLocks();
  private readonly surroundings: Surroundings;
  private readonly diskMs: number;
  private opened = 0;
  /** Its clock minus the right one, ms. */
  skewMs = 0;
  tabs: readonly Tab[] = [];

  constructor(name: string, surroundings: Surroundings) {
    this.name = name;
    this.surroundings = surroundings;
    const { random } = surroundings;
    this.machine = { weather: 'fine', latencyMs: 5 + random.below(120) };
    this.diskMs = [0.02, 0.2, 3][random.below(3)] ?? 1;
    this.disk = makeDisk(name);
  }

  /** Those in which something can be done. */
  readyTabs(): readonly Tab[] {
    return this.tabs.filter(({ household, isBusy }) => household !== null && !isBusy);
  }

  /** What this device calls itself, once it has. */
  id(): DeviceId | null {
    return (this.disk.readOne(`${this.name}/device`, 'device', 'id') as DeviceId | undefined) ?? null;
  }

  /** What a tab does may fail in any way once it is killed. */
  private async whileAlive<Value>(owner: Owner, work: () => Promise<Value>): Promise<Value | null> {
    try {
      const value = await runAs(owner, work);
      return owner.dead ? null : value;
    } catch (error) {
      if (owner.dead) return null;
      throw error;
    }
  }

  /** A tab that is visible: it takes the connection over. */
  async openTab(): Promise<Tab> {
    const { network, random, timing, note } = this.surroundings;
    this.opened += 1;
    const name = `${this.name}~${this.opened}`;
    const owner: Owner = { name, dead: false, diskMs: this.diskMs };
    const tab: Tab = { name, owner, household: null, isBusy: false, app: {} };
    this.tabs = [...this.tabs, tab];
    registerTab(name, this.name, owner);
    attachTab(name, this.name, owner);
    note(`${name} opens`);
    const household = await this.whileAlive(owner, () =>
      openHousehold({
        name,
        origin: relayOrigin,
        relayUrl: 'wss://relay.test/relay',
        WebSocketImpl: network.socketsOf(this.machine, owner),
        locks: this.locks.forTab(owner),
        randomBytes: random.bytes,
        now: () => now() + this.skewMs,
        sha256: async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()),
        batchMs: timing.batchMs ?? 150,
        deviceFacts: { kind: 'phone', browser: 'other' },
        timing,
      }),
    );
    if (household === null) return tab;
    tab.household = household;
    await this.look(tab);
    await this.whileAlive(owner, () =>
      household.subscribe({ kind: 'app' }, (patch) => {
        const { sync } = patch as Partial<AppView>;
        tab.app = { ...tab.app, ...(patch as Partial<AppView>) };
        if (sync?.state === 'live' && !sync.pending && !owner.dead) this.surroundings.acknowledged(tab);
      }),
    );
    return tab;
  }

  /** The tab becomes the visible one. */
  async look({ household, owner }: Tab): Promise<void> {
    if (household !== null) await this.whileAlive(owner, () => household.setVisible(true));
  }

  /** As the system does it: between two steps of whatever it was doing, without a word. */
  kill(tab: Tab): void {
    if (tab.owner.dead) return;
    this.surroundings.note(`${tab.name} is killed`);
    tab.owner.dead = true;
    this.tabs = this.tabs.filter((each) => each !== tab);
    tearOffTab(tab.name);
    closeChannelsOf(tab.owner);
    this.surroundings.network.abandon(tab.owner);
    this.locks.release(tab.owner);
  }

  killAll(): void {
    for (const tab of this.tabs) this.kill(tab);
  }

  async close(tab: Tab): Promise<void> {
    const { household } = tab;
    if (household === null) return this.kill(tab);
    this.surroundings.note(`${tab.name} closes`);
    tab.household = null;
    await this.whileAlive(tab.owner, () => household.close());
    this.kill(tab);
  }

  /** `null`: the tab was killed before it could say how it went. */
  async perform(tab: Tab, intent: Intent): Promise<IntentResult | null> {
    const { household, owner } = tab;
    if (household === null) return null;
    tab.isBusy = true;
    const result = await this.whileAlive(owner, () => household.intent(intent));
    tab.isBusy = false;
    if (result === null) return null;
    this.surroundings.note(`${tab.name} ${intent.kind}: ${result.ok ? 'done' : result.error.type}`);
    return result;
  }

  /** As it is shown now; `null` when nothing is shown in this moment. */
  async view<Kind extends keyof ViewByKind>(
    tab: Tab,
    query: Extract<ViewQuery, { kind: Kind }>,
  ): Promise<ViewByKind[Kind] | null> {
    const { household, owner } = tab;
    if (household === null || owner.dead) return null;
    let shown: ViewPatch<Kind> | null = null;
    const subscription = await this.whileAlive(owner, () =>
      household.subscribe(query, (patch) => {
        shown = patch as ViewPatch<Kind>;
      }),
    );
    if (subscription !== null) await household.unsubscribe(subscription);
    return shown;
  }
}
