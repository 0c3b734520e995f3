/** What a person sees while nothing has answered yet, when a part of the app cannot be loaded, and where it cannot run. */
import type { Stage } from './stage.ts';
import { at } from './stage.ts';

/** Nothing reaches the household's worker, so nothing ever answers. */
function muteWorkers(): void {
  Worker.prototype.postMessage = () => undefined;
}

function withoutLocks(): void {
  Reflect.deleteProperty(Navigator.prototype, 'locks');
}

export const brokenStages: readonly Stage[] = [
  {
    name: 'loading',
    device: { before: muteWorkers },
    acts: [
      {
        states: [
          loading('now, loading', '/'),
          loading('flows, loading', '/flows'),
          loading('flow, loading', '/flows/some-flow'),
          loading('people, loading', '/people'),
          loading('log, loading', '/log'),
          loading('alerts, loading', '/alerts'),
        ],
      },
    ],
  },
  {
    name: 'error',
    device: { withoutServiceWorker: true },
    acts: [
      {
        states: [
          {
            name: 'a screen that could not be loaded',
            open: async (device) => {
              await device.goto('/');
              await device.waitForText('What keeps slipping?');
              device.goOffline();
              await device.click('link', 'I have an invite');
              await device.waitForText('Something went wrong on this screen');
            },
          },
        ],
      },
    ],
  },
  {
    name: 'blocked',
    device: { before: withoutLocks },
    acts: [{ states: [at('a browser that is too old', '/', /browser/i)] }],
  },
];

function loading(name: string, path: string): Stage['acts'][number]['states'][number] {
  return {
    name,
    open: async (device) => {
      await device.goto(path);
      await device.waitFor('status', /Loading/);
    },
  };
}
