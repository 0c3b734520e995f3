/**
 * Several households on one device: switching, leaving, files, a shared tablet, deleting everything. Loaded
 * with the sheets that say it.
 */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';

/** What a device may do in a space, where it is not everything. */
export type SayableAccess = 'owner' | 'editor' | 'viewer' | 'guest' | 'alone' | 'removed' | 'leftBehind';

export type SayableSaveFailure = 'noSpace' | 'weakPassphrase' | 'tooLarge';

export type SayableOpenFailure =
  | 'otherFile'
  | 'newerFile'
  | 'damagedFile'
  | 'tooLarge'
  | 'unbearableFile'
  | 'wrongPassphrase'
  | 'unreadable'
  | 'storageFull'
  | 'storageUnavailable';

export interface SayableLeaving {
  readonly name: string;
  readonly access: SayableAccess;
  readonly holdingCount: number;
  readonly pending: boolean;
  readonly connected: boolean;
  readonly otherDevices: number;
  readonly lastOwner: boolean;
  readonly runs: number;
}

export function spacesWords(f: Formats) {
  const fallback = 'Household';
  const called = (name: string): string => (name === '' ? fallback : name);
  const inSentence = (name: string): string => (name === '' ? 'this household' : name);
  const flows = (count: number): string => f.plural(count, { one: 'one flow', other: '# flows' });
  const isMember = (access: SayableAccess): boolean =>
    access === 'owner' || access === 'editor' || access === 'viewer' || access === 'guest';

  return {
    called,
    title: 'Your households',
    hint: 'Each has its own people and flows. Nothing passes between them.',
    shown: 'Open now',
    line: (me: string | null, holding: number): string => {
      const who = me === null ? 'Nobody chosen yet' : me;
      const batons = holding === 0 ? 'no baton' : f.plural(holding, { one: '# baton', other: '# batons' });
      return `${who}, ${batons}`;
    },
    access: (access: SayableAccess): string | null => {
      switch (access) {
        case 'owner':
        case 'editor':
          return null;
        case 'viewer':
          return 'You can look on';
        case 'guest':
          return 'You are a guest';
        case 'alone':
          return 'Shares with nobody: its keys cannot be read';
        case 'removed':
          return 'This device was removed; its copy can be read';
        case 'leftBehind':
          return 'The others moved on without this device; its copy can be read';
      }
    },
    count: (count: number): string =>
      f.plural(count, { one: 'One household on this device', other: '# households on this device' }),
    countHint: (count: number): string =>
      count === 1 ? 'Make another one, or join it' : 'Switch, make another one, or join it',
    open: 'Open',
    another: 'New household',
    join: 'Join with an invite',
    openFile: 'Open a saved file',

    newTitle: 'New household',
    newHint: 'It begins empty, with you in it.',
    name: 'What it is called',
    myName: 'Your name there',
    make: 'Make it',
    made: (name: string): string => `${called(name)} is open`,

    leave: (name: string, access: SayableAccess): string =>
      isMember(access) ? `Leave ${inSentence(name)}` : `Delete the copy of ${inSentence(name)}`,
    leaveShort: (access: SayableAccess): string => (isMember(access) ? 'Leave' : 'Delete the copy'),
    leaveHint: 'On this device only; the others keep theirs',
    goes: ({ runs }: SayableLeaving): string =>
      runs === 0
        ? 'Everything of it goes from this device: its people, its history, and its keys.'
        : `Everything of it goes from this device: ${flows(runs)}, with people, notes and history, and its keys.`,
    steps: ({ access, holdingCount }: SayableLeaving): string => {
      if (!isMember(access)) return 'Nothing changes for the others.';
      if (holdingCount === 0) return 'What you did stays in the flows of the others.';
      const yours = f.plural(holdingCount, { one: 'The baton you hold', other: 'The # batons you hold' });
      return `${yours} there ${holdingCount === 1 ? 'stays' : 'stay'} yours until somebody takes over. What you did stays too.`;
    },
    others: ({ otherDevices }: SayableLeaving): string =>
      f.plural(otherDevices, {
        one: 'One other device is in it and keeps its copy.',
        other: '# other devices are in it and keep their copies.',
      }),
    unheard: 'There is no connection: the others see this device in their list until somebody takes it out.',
    onlyHere: {
      what: 'Nobody else has this.',
      wayOut: 'Save it to a file first, or it is gone for good.',
    } satisfies FailureWords,
    pending: ({ connected }: SayableLeaving): FailureWords => ({
      what: 'Something you did here has not reached the others yet.',
      wayOut: connected
        ? 'It is being sent; wait a moment.'
        : 'Wait for a connection, or save it to a file first.',
    }),
    lastOwner: {
      what: 'Nobody will be able to remove a device any more.',
      wayOut: 'This is the last device that can. The others go on as before.',
    } satisfies FailureWords,
    left: (name: string): string => `${called(name)} is gone from this device`,

    save: 'Save to a file',
    saveShort: 'Save',
    saveHint: 'All of it, sealed with a passphrase',
    saveTitle: (name: string): string => `Save ${inSentence(name)} to a file`,
    saveFacts: {
      holds: 'People, flows, history and keys, as they are now.',
      keys: 'Whoever has this file and the passphrase is in: they can read it and join as this device.',
      passphrase: 'Nobody can bring a lost passphrase back. Write it down, and keep it apart from the file.',
    },
    passphrase: 'Passphrase',
    atLeast: (count: number): string => `At least ${f.number(count)} characters`,
    suggest: 'Another one',
    seal: 'Make the file',
    sealing: 'Sealing it…',
    fileName: (name: string, date: string): string =>
      // Letters that some file system does not take are left out.
      `${called(name)
        .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
        .trim()} ${date}.baton`,
    sealedTitle: 'The file is ready',
    sealedHint: 'Keep it where you keep what matters, and the passphrase somewhere else.',
    missing: (count: number): FailureWords => ({
      what: f.plural(count, {
        one: 'One finished flow could not be read, and is not in the file.',
        other: '# finished flows could not be read, and are not in the file.',
      }),
      wayOut: 'Keep the file, restart the browser, and make another one.',
    }),
    download: 'Download',
    share: 'Share',
    shareFailed: 'That did not work. Download it instead.',
    saveFailure: (type: SayableSaveFailure): FailureWords => {
      switch (type) {
        case 'noSpace':
          return {
            what: 'This household is not on this device any more.',
            wayOut: 'There is nothing to save.',
          };
        case 'weakPassphrase':
          return { what: 'This passphrase is too short.', wayOut: 'Take a longer one, or the one offered.' };
        case 'tooLarge':
          return {
            what: 'This household is too large for one file.',
            wayOut: 'Have a second device in it instead: each device has everything.',
          };
      }
    },

    openTitle: 'Open a saved file',
    openHint: 'A household that was saved from Baton, with its passphrase. Nothing that is here is lost.',
    choose: 'Choose a file',
    chosen: (name: string): string => `Chosen: ${name}`,
    unseal: 'Open it',
    unsealing: 'Opening it…',
    opened: (name: string, merged: boolean): string =>
      merged ? `${called(name)} has what was in the file` : `${called(name)} is on this device`,
    openedHint: (me: string | null, merged: boolean): string => {
      if (merged) return 'What was here and what was in the file are together now.';
      return me === null
        ? 'Say who you are to go on.'
        : `You are ${me} here. When there is a connection, it comes in step with the others.`;
    },
    notMe: (name: string): string => `Not ${name}?`,
    openFailure: (type: SayableOpenFailure): FailureWords => {
      switch (type) {
        case 'otherFile':
          return { what: 'This is not a household saved from Baton.', wayOut: 'Choose another file.' };
        case 'newerFile':
          return {
            what: 'A newer version of Baton made this file.',
            wayOut: 'Update Baton on this device, then open it again.',
          };
        case 'damagedFile':
          return {
            what: 'This file is cut short or was changed.',
            wayOut: 'Nothing of it was taken in. Fetch it again from where it was kept.',
          };
        case 'tooLarge':
          return { what: 'This file is too large.', wayOut: 'A saved household has at most 256 megabytes.' };
        case 'unbearableFile':
          return {
            what: 'This file asks for more memory or time than one from Baton does.',
            wayOut: 'It was not opened. Be careful with whoever sent it.',
          };
        case 'wrongPassphrase':
          return {
            what: 'This is not its passphrase.',
            wayOut: 'Capital letters count. Type it as it was written down.',
          };
        case 'unreadable':
          return { what: 'The browser could not read this file.', wayOut: 'Choose it again.' };
        case 'storageFull':
          return {
            what: 'This device has no room for it.',
            wayOut: 'Nothing of it was kept. Free some space, then open it again.',
          };
        case 'storageUnavailable':
          return {
            what: 'This browser does not let Baton save here.',
            wayOut: 'Leave private browsing, or allow this site to store data.',
          };
      }
    },

    shared: 'Several people use this device',
    sharedHint: 'It asks who is there when its screen was away for five minutes',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    sharedNow: (shared: boolean): string =>
      shared ? 'Your face on Now switches, too' : 'It stays with one person',

    erase: 'Delete everything here',
    eraseShort: 'Delete',
    eraseHint: 'Every household, and what Baton remembers on this device',
    eraseTitle: 'Delete everything on this device',
    eraseGoes:
      'All households on this device, their keys, your settings, and everything else Baton keeps here. Other devices are not changed.',
    eraseStays: 'Others go on seeing this device in their list until somebody takes it out.',
    eraseLine: ({ name, otherDevices, pending }: SayableLeaving): string => {
      if (otherDevices === 0) return `${called(name)}: nobody else has it`;
      if (pending) return `${called(name)}: something here has not reached the others yet`;
      return `${called(name)}: ${f.plural(otherDevices, { one: 'one other device has it', other: '# other devices have it' })}`;
    },
    eraseGoOn: 'Go on',
    eraseSure: 'There is no way back from here.',
    eraseDo: 'Delete everything now',
    keep: 'Keep it',
  };
}
