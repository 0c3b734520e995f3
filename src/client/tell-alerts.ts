/**
 * Which alerts this device has told already, and telling the rest. Kept by the device alone: another device
 * of the same person tells them too, unless they were read meanwhile.
 */

export interface ToldAlert {
  /** The alert's own id: told once. */
  readonly alert: string;
  /** What it is about: a later notification of the same takes the earlier one's place. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

export interface AlertNotifier {
  readonly state: () => 'unsupported' | 'unasked' | 'allowed' | 'denied';
  readonly show: (alert: ToldAlert) => Promise<void>;
  /** Takes back every notification whose tag is not among these. */
  readonly keepOnly: (tags: ReadonlySet<string>) => Promise<void>;
}

const key = 'baton.told';
/** Far more than can stand open; the oldest are forgotten, and would be told again. */
const most = 400;
/** A visible tab of the device marks what it shows within this time. */
const patienceMs = 1500;

function readTold(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : [];
  } catch {
    // Blocked, or not ours: then it is told once a page.
    return [];
  }
}

const toldHere = new Set<string>();

function isTold(alert: string): boolean {
  return toldHere.has(alert) || readTold().includes(alert);
}

function noteTold(alerts: readonly string[]): void {
  for (const alert of alerts) toldHere.add(alert);
  try {
    const told = [...readTold().filter((each) => !alerts.includes(each)), ...alerts];
    localStorage.setItem(key, JSON.stringify(told.slice(-most)));
  } catch {
    // As above.
  }
}

/** `alerts`: all that may be told by now; those that are told already are passed over. */
export async function tellAlerts(alerts: readonly ToldAlert[], notifier: AlertNotifier): Promise<void> {
  await notifier.keepOnly(new Set(alerts.map(({ tag }) => tag)));
  const fresh = alerts.filter(({ alert }) => !isTold(alert));
  if (fresh.length === 0) return;
  if (document.visibilityState === 'visible') {
    noteTold(fresh.map(({ alert }) => alert));
    return;
  }
  if (notifier.state() !== 'allowed') return;
  await new Promise((done) => setTimeout(done, patienceMs));
  // One tab at a time, so that the next finds what this one told.
  await navigator.locks.request(key, async () => {
    for (const each of fresh) {
      if (isTold(each.alert) || document.visibilityState === 'visible') continue;
      await notifier.show(each);
      noteTold([each.alert]);
    }
  });
}
