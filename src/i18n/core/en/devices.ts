/** Devices that have access: naming them and removing them. Loaded with the screens that show them. */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';

export interface SayableDevice {
  readonly name: string | null;
  readonly kind: 'phone' | 'tablet' | 'computer' | 'unknown';
  readonly browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'samsung' | 'other';
  readonly role: 'owner' | 'editor' | 'viewer' | 'guest' | null;
  readonly isThis: boolean;
  /** Milliseconds since 1970. */
  readonly lastSeenAt: number | null;
}

export type SayableNotRemoved =
  | 'ownerOnly'
  | 'thisDevice'
  | 'offline'
  | 'removalPending'
  | 'movedMeanwhile'
  | 'tooManyDevices';

const kinds = { phone: 'Phone', tablet: 'Tablet', computer: 'Computer', unknown: 'Device' };
const browsers = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  safari: 'Safari',
  samsung: 'Samsung Internet',
};
const roles = {
  owner: 'can remove devices',
  editor: 'can change everything',
  viewer: 'can look',
  guest: 'a guest',
};

export function deviceWords(f: Formats) {
  const what = ({ kind, browser }: SayableDevice): string =>
    browser === 'other' ? kinds[kind] : `${kinds[kind]}, ${browsers[browser]}`;
  const day = (at: number, now: number): string => {
    const days = f.daysBetween(now, at);
    if (days >= 0) return 'today';
    return days === -1 ? 'yesterday' : f.shortDay(at, now);
  };
  const says = (happened: string, wayOut: string): FailureWords => ({ what: happened, wayOut });
  return {
    title: 'Who has access',
    summary: (devices: number, people: number): string =>
      `${f.plural(devices, { one: '1 device', other: '# devices' })} of ${f.plural(people, { one: '1 person', other: '# people' })}`,
    show: 'Show',
    hint: 'Each of these devices holds a copy of everything here, and gets what is new.',
    nobodys: 'Of nobody known here',
    devices: 'Devices',
    name: (device: SayableDevice): string => device.name ?? what(device),
    /** What the name does not say already. */
    facts: (device: SayableDevice, now: number): string =>
      [
        device.isThis ? 'this device' : null,
        device.name === null ? null : what(device),
        device.isThis
          ? null
          : device.lastSeenAt === null
            ? 'not seen yet'
            : `seen ${day(device.lastSeenAt, now)}`,
        device.role === null ? null : roles[device.role],
      ]
        .filter((part) => part !== null)
        .join(' · '),
    joined: (at: number, now: number): string => `It joined ${day(at, now)}.`,
    rename: 'Name of this device',
    save: 'Save the name',
    renamed: (name: string): string => (name === '' ? 'The name is gone' : `It is called ${name} now`),
    remove: 'Remove this device…',
    removePerson: (name: string): string => `Remove ${name}’s devices…`,

    removeTitle: (who: string | null, count: number): string => {
      if (count > 1) return who === null ? 'Remove these devices?' : `Remove ${who}’s devices?`;
      return who === null ? 'Remove this device?' : `Remove ${who}’s device?`;
    },
    keeps: (who: string | null): string =>
      who === null
        ? 'Nothing new comes in there any more, and nothing can be changed from there.'
        : `${who} gets nothing new there any more, and can change nothing from there.`,
    copy: 'What is on it already stays there, to be read. Nobody can take that back.',
    /** `names`: of the others' people, this person among them when they have another device. */
    goOn: (names: readonly string[], devices: number): string =>
      devices === 0
        ? 'This device goes on under new keys.'
        : `This device goes on under new keys, and so ${devices === 1 ? 'does' : 'do'} ${f.plural(devices, { one: 'one other', other: '# others' })}, of ${f.list(names)}. One that is switched off follows when it is back.`,
    cannotFollow: (names: readonly string[]): string =>
      `${f.list(names)} ${names.length === 1 ? 'has' : 'have'} not been seen with this version of Baton, so ${names.length === 1 ? 'it' : 'they'} will need a new invite.`,
    invites: 'Invites that are open, and guests’ links, stop working. Make new ones afterwards.',
    steps: (name: string): string => `${name} stays in People with all steps. You can act for them.`,
    doRemove: (count: number): string => f.plural(count, { one: 'Remove it', other: 'Remove them' }),
    cancel: 'Keep',
    removing: 'Moving the household to new keys…',
    removed: 'Removed. Everybody else goes on.',
    again: 'Try again',
    notRemoved: (why: SayableNotRemoved, who: readonly string[]): FailureWords => {
      switch (why) {
        case 'ownerOnly':
          return says(
            'This device may not remove others.',
            who.length === 0
              ? 'Do it on the device where the household was started.'
              : `Ask ${f.list(who)} to do it.`,
          );
        case 'thisDevice':
          return says('This is the device in your hand.', 'Remove it from another device.');
        case 'offline':
          return says(
            'Removing needs the relay once, and it cannot be reached.',
            'Try again when you are online. Nothing was changed.',
          );
        case 'removalPending':
          return says(
            'The relay has not answered yet.',
            'The removal is sent again by itself as soon as it does. Leave Baton open.',
          );
        case 'movedMeanwhile':
          return says(
            'Somebody else removed a device at the same moment, and theirs came first.',
            'Look who has access now, and try again.',
          );
        case 'tooManyDevices':
          return says('There are more devices than one move can carry.', 'Remove old ones in smaller parts.');
      }
    },
  };
}
