/** Settings: you on this device, the household, how it looks, what is safe where. */
import type { TimeWords } from './times.ts';

export interface SayableConnection {
  readonly state: 'alone' | 'out' | 'connecting' | 'live' | 'offline' | 'refused';
  readonly syncedAt: number | null;
  readonly pending: boolean;
  readonly otherTab: boolean;
}

export function settingsWords(t: TimeWords) {
  return {
    title: 'Settings',
    you: 'You',
    actsAs: 'You, on this device',
    chooseYou: 'Nobody is chosen on this device',
    switchMe: 'Switch',
    switchTitle: 'Who are you?',
    switchHint: 'For a device that several people share. Nobody else’s device changes.',
    be: (name: string): string => `I am ${name}`,
    beSomebody: 'Choose one',
    current: 'on this device now',
    youAre: (name: string): string => `You are ${name} on this device now`,

    household: 'Household',
    unnamed: 'No name yet',
    householdHint: 'Everybody sees this name',
    rename: 'Rename',
    renameTitle: 'Name the household',
    name: 'Name',
    save: 'Save',
    named: (name: string): string => (name === '' ? 'The name is gone' : `It is called ${name} now`),
    noHousehold: 'No household on this device yet',
    noHouseholdHint: 'Start a flow, or join with an invite',
    join: 'Join',

    appearance: 'Appearance',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },

    sync: 'Sync',
    syncState: (sync: SayableConnection): string => {
      switch (sync.state) {
        case 'alone':
          return 'On this device only';
        case 'out':
          return 'On this device only';
        case 'connecting':
          return 'Connecting…';
        case 'live':
          return sync.pending ? 'Sending what is new' : 'Up to date';
        case 'offline':
          return 'Offline';
        case 'refused':
          return 'The relay refuses to pass it on';
      }
    },
    syncHint: (sync: SayableConnection, now: number): string => {
      const last = sync.syncedAt === null ? '' : ` Last in step ${t.ago(sync.syncedAt, now)}.`;
      switch (sync.state) {
        case 'alone':
          return 'Everything works without sync. It begins when you invite somebody.';
        case 'out':
          return 'This copy is shared with nobody any more.';
        case 'connecting':
          return `All is saved here meanwhile.${last}`;
        case 'live':
          return sync.pending
            ? 'Saved here, on its way to the others.'
            : `Changes pass between your devices as they happen.${last}`;
        case 'offline':
          return sync.pending
            ? `Go on as usual. What you changed is saved here and goes out when you are back.${last}`
            : `Go on as usual. Nothing waits to be sent.${last}`;
        case 'refused':
          return `All is saved here, and nothing is lost.${last}`;
      }
    },
    refusalNumber: (code: number): string => `The relay’s number for it is ${String(code)}.`,
    otherTab: 'Another tab of this device keeps the connection.',
    sealed: 'Sealed on the way',
    sealedHint: 'The relay passes on what it cannot read.',

    device: 'This device',
    installed: 'On the home screen',
    installedHint: 'Baton is installed here.',
    installable: 'Put it on the home screen',
    installHint: 'It opens like an app, also without a network.',
    install: 'Install',
    kept: 'This browser keeps your data',
    keptHint: 'It promised not to clear it by itself. Clearing the site’s data by hand still removes it.',
    clearable: 'This browser may clear your data',
    clearableHint:
      'When room runs short, and in Safari after a week without a visit, unless Baton is on the home screen. What has synced comes back from another device.',
    unknown: 'This browser does not say if it keeps your data',
    unknownHint: 'Have a second device in the household: what has synced is on both.',
    keep: 'Ask it to keep my data',
    keepRefused:
      'It did not promise it. Putting Baton on the home screen, or using it often, helps; then ask again.',

    about: 'About',
    app: 'Baton',
    version: (version: string): string => `Version ${version}, free under the MIT licence`,
    fontLicence: 'Font licence',
  };
}
