/** What to do where Baton cannot run. Loaded only there. */
export type SayableLack =
  | { readonly type: 'insecure' }
  | { readonly type: 'storageBlocked' }
  | { readonly type: 'notOpened' }
  | {
      readonly type: 'browserTooOld';
      readonly missing: readonly ('cryptography' | 'database' | 'moduleWorkers' | 'locks')[];
    };

export interface LackWords {
  readonly title: string;
  readonly what: string;
  readonly ways: readonly { readonly title: string; readonly text: string; readonly code?: string }[];
  readonly again: string;
}

const partNames = {
  cryptography: 'encryption',
  database: 'a place to store data',
  moduleWorkers: 'background workers',
  locks: 'locks between tabs',
} as const;

/** `origin` is the address in use; `port` its port. */
export function lackWords(
  lack: SayableLack,
  address: { readonly origin: string; readonly port: string },
  list: (items: readonly string[]) => string,
): LackWords {
  const { origin } = address;
  const port = address.port || '80';
  switch (lack.type) {
    case 'insecure':
      return {
        title: 'This address is not secure',
        what: `Baton seals what it keeps and works offline. Browsers allow both only over HTTPS, and ${origin} is plain HTTP. Nothing was stored here.`,
        ways: [
          {
            title: 'With Tailscale, for your own devices',
            text: 'On the computer that runs Baton; it then prints an address that starts with https.',
            code: `tailscale serve ${port}`,
          },
          {
            title: 'With a name of your own',
            text: 'Caddy gets the certificate by itself. Put your own name in.',
            code: `caddy reverse-proxy --from baton.example.org --to :${port}`,
          },
          {
            title: 'On the computer itself',
            text: 'There the plain address is fine.',
            code: `http://localhost:${port}`,
          },
        ],
        again: 'Try again',
      };
    case 'storageBlocked':
      return {
        title: 'This browser keeps nothing here',
        what: 'Baton lives on your device and needs a place for its data. This window does not give it one.',
        ways: [
          { title: 'Private window?', text: 'Open Baton in a normal one.' },
          { title: 'Cookies blocked?', text: 'Allow this site to store data in the browser’s settings.' },
          { title: 'Device full?', text: 'Free some space.' },
        ],
        again: 'Try again',
      };
    case 'notOpened':
      return {
        title: 'Baton could not open',
        what: 'Something went wrong while reading what is kept on this device. Nothing was deleted.',
        ways: [
          { title: 'Try again', text: 'Close other tabs of Baton first.' },
          { title: 'Update', text: 'Restart the browser, so that it brings the newest version.' },
        ],
        again: 'Try again',
      };
    case 'browserTooOld':
      return {
        title: 'This browser is too old for Baton',
        what: `It lacks ${list(lack.missing.map((part) => partNames[part]))}. Nothing was stored here.`,
        ways: [
          {
            title: 'Update the browser',
            text: 'Chrome or Edge 110, Firefox 115 and Safari 16.4, or anything newer, will do.',
          },
        ],
        again: 'Try again',
      };
  }
}
