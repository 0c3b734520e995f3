/**
 * What the household has promised, and to whom it is still owed. An edit is promised when its intent says that it
 * worked: from then on it is on that device's disk, and, once the screen says that nothing is pending, on the
 * relay's. It stays owed until every disk that is known to have it lost it.
 */
import type { Device, Tab } from './device-host.ts';
import { eventsOf, storedDocument, type StoredDocument } from './stored-space.ts';

/** One event of a run (`run/…`) or of a guest's own (`guest/…`), or one row of a section of the space document (`space/…`). */
export interface Owed {
  readonly document: string;
  readonly what: string;
}

interface Promised extends Owed {
  readonly device: Device;
  readonly tab: Tab;
  isOnDevice: boolean;
  /** The relay's epoch in which it was acknowledged. */
  acknowledgedIn: number | null;
}

export interface Ledger {
  /** The intent of this tab worked and wrote to these documents. Gives what is not there although it must be. */
  promise(device: Device, tab: Tab, document: string, marks: readonly string[]): readonly string[];
  /** The tab says that the relay has everything of it. */
  acknowledged(tab: Tab, epoch: number): void;
  /** How much was promised by now; for `rolledBack`. */
  mark(): number;
  /** The device's disk has nothing any more of what was promised after `mark`. */
  rolledBack(device: Device, mark: number): void;
  /** What must be there in the end of what these devices wrote, whatever else the surviving ones have. */
  owed(epoch: number, isOwedTo: (device: Device) => boolean): readonly Owed[];
  readonly count: () => number;
}

/** Whether a document has it: an event by its id, a row by `section/id`. */
export function has(document: StoredDocument, what: string): boolean {
  if (!document.name.startsWith('space/')) return eventsOf(document).some(({ id }) => id === what);
  const [section = '', id = ''] = what.split('/');
  return document.doc.getMap(section).has(id);
}

export function makeLedger(): Ledger {
  const promises: Promised[] = [];
  const known = new Set<string>();

  function add(device: Device, tab: Tab, document: string, what: string): void {
    const name = `${device.name} ${document} ${what}`;
    if (known.has(name)) return;
    known.add(name);
    promises.push({ device, tab, document, what, isOnDevice: true, acknowledgedIn: null });
  }

  return {
    promise(device, tab, name, marks) {
      const document = storedDocument(device.disk, device.name, name);
      if (document === null) return [`${device.name} has no ${name}, to which it has just written`];
      if (!name.startsWith('space/')) {
        const own = eventsOf(document).filter((event) => event.device === device.id());
        for (const { id } of own) add(device, tab, name, id);
        const missing = marks.filter((mark) => !own.some(({ text }) => text.includes(mark)));
        return missing.map(
          (mark) => `${device.name} does not have ${mark} of ${name}, which it has just written`,
        );
      }
      const missing = marks.filter((mark) => !has(document, mark));
      for (const mark of marks) if (!missing.includes(mark)) add(device, tab, name, mark);
      return missing.map(
        (mark) => `${device.name} does not have ${mark} of ${name}, which it has just written`,
      );
    },
    acknowledged(tab, epoch) {
      for (const promise of promises) {
        if (promise.tab === tab && promise.acknowledgedIn === null) promise.acknowledgedIn = epoch;
      }
    },
    mark: () => promises.length,
    rolledBack(device, mark) {
      for (const [index, promise] of promises.entries()) {
        if (index >= mark && promise.device === device) {
          promise.isOnDevice = false;
          known.delete(`${device.name} ${promise.document} ${promise.what}`);
        }
      }
    },
    owed: (epoch, isOwedTo) =>
      promises.filter(
        ({ device, isOnDevice, acknowledgedIn }) =>
          isOwedTo(device) && (isOnDevice || acknowledgedIn === epoch),
      ),
    count: () => promises.length,
  };
}
