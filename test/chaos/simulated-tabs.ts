/**
 * What the tabs of one device share besides its disk: locks and channels. Names begin with the tab's
 * (`d1~t2/…`), and what comes after the slash is the same for all tabs of the device.
 */
import { after, type Owner, runAs } from './virtual-time.ts';

interface Tab {
  readonly device: string;
  readonly owner: Owner;
}

/** How long a word from tab to tab takes, ms. */
const channelMs = 1;
const tabByName = new Map<string, Tab>();
const openChannels = new Set<SimulatedChannel>();

export function registerTab(name: string, device: string, owner: Owner): void {
  tabByName.set(name, { device, owner });
}

export function forgetTabs(): void {
  tabByName.clear();
  openChannels.clear();
}

/** The channels that are open now by what their names say after the tab. */
export function openTopics(): readonly string[] {
  return Array.from(openChannels, ({ topic }) => topic);
}

/** A killed tab hears and says nothing any more. */
export function closeChannelsOf(owner: Owner): void {
  for (const channel of openChannels) if (channel.tab.owner === owner) openChannels.delete(channel);
}

class SimulatedChannel {
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  readonly tab: Tab;
  readonly topic: string;

  constructor(name: string) {
    const slash = name.indexOf('/');
    const tab = tabByName.get(name.slice(0, slash));
    if (tab === undefined) throw new Error(`no tab has the channel ${name}`);
    this.tab = tab;
    this.topic = `${tab.device}${name.slice(slash)}`;
    if (!tab.owner.dead) openChannels.add(this);
  }

  postMessage(data: unknown): void {
    if (!openChannels.has(this)) return;
    const copy: unknown = structuredClone(data);
    for (const other of openChannels) {
      if (other === this || other.topic !== this.topic) continue;
      after(channelMs, () => {
        if (openChannels.has(other)) runAs(other.tab.owner, () => other.onmessage?.({ data: copy }));
      });
    }
  }

  close(): void {
    openChannels.delete(this);
  }
}

globalThis.BroadcastChannel = SimulatedChannel as unknown as typeof BroadcastChannel;

interface LockRequest {
  readonly owner: Owner;
  readonly callback: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** The locks of one device. A killed tab lets go of its own. */
export interface SimulatedLocks {
  forTab(owner: Owner): LockManager;
  release(owner: Owner): void;
}

export function makeLocks(): SimulatedLocks {
  const held = new Map<string, LockRequest>();
  const waiting = new Map<string, LockRequest[]>();

  function grant(name: string, request: LockRequest): void {
    held.set(name, request);
    after(channelMs, () => {
      if (held.get(name) !== request || request.owner.dead) return;
      const done = (finish: (value: unknown) => void) => (value: unknown) => {
        if (held.get(name) !== request) return;
        finish(value);
        next(name);
      };
      void runAs(request.owner, request.callback).then(done(request.resolve), done(request.reject));
    });
  }

  function next(name: string): void {
    held.delete(name);
    const first = waiting.get(name)?.shift();
    if (first !== undefined) grant(name, first);
  }

  function request(
    owner: Owner,
    lockName: string,
    { steal = false, signal }: LockOptions,
    callback: () => Promise<unknown>,
  ): Promise<unknown> {
    const name = lockName.slice(lockName.indexOf('/'));
    return new Promise((resolve, reject) => {
      if (owner.dead) return;
      const made = { owner, callback, resolve, reject };
      const holder = held.get(name);
      if (steal || holder === undefined) {
        grant(name, made);
        holder?.reject(new DOMException('another tab took it', 'AbortError'));
        return;
      }
      waiting.set(name, [...(waiting.get(name) ?? []), made]);
      signal?.addEventListener('abort', () => {
        const queue = waiting.get(name) ?? [];
        if (!queue.includes(made)) return;
        waiting.set(
          name,
          queue.filter((each) => each !== made),
        );
        reject(new DOMException('not wanted any more', 'AbortError'));
      });
    });
  }

  return {
    forTab: (owner) =>
      ({
        request: (name: string, options: LockOptions, callback: () => Promise<unknown>) =>
          request(owner, name, options, callback),
      }) as unknown as LockManager,
    release(owner) {
      for (const [name, queue] of waiting) {
        waiting.set(
          name,
          queue.filter((each) => each.owner !== owner),
        );
      }
      for (const [name, holder] of held) if (holder.owner === owner) next(name);
    },
  };
}
