/** The page's composition root: checks what the browser can, starts the household worker, draws the app. */
// First of all, so that nothing else ever sees an invite in the address.
import './client/invite-in-address.ts';
import { render } from 'solid-js/web';
import { connectHousehold } from './client/household.ts';
import { startLate } from './client/late-worker.ts';
import { rememberViews } from './client/remembered-views.ts';
import { messagesForBrowser, MessagesProvider } from './i18n/messages-context.tsx';
import { type Capability, computeCapability } from './pwa/capability.ts';
import { databaseOpens, readEnvironment } from './pwa/environment.ts';
import { showBadge } from './pwa/badge.ts';
import { isStorageKept, keepStorage, startInstall } from './pwa/install.ts';
import { startLaunchedFiles } from './pwa/launched-files.ts';
import { endWithPage } from './pwa/page-life.ts';
import { startUpdates } from './pwa/update.ts';
import { App } from './ui/app.tsx';
import { tintBrowser } from './ui/appearance.ts';
import type { Device } from './ui/device.tsx';
import { firstScreen, nextTask } from './ui/when-drawn.ts';
import { ownScript } from './ui/trusted-script.ts';
import householdScript from './worker/household.worker.ts?worker&url';

const root = requireRoot();
const messages = messagesForBrowser();
const capability = computeCapability(readEnvironment());
tintBrowser();

// The code has been read by now; drawing is another task, so that neither holds up a finger for long.
if (capability.type === 'ready') void nextTask().then(startApp);
else void drawBlocked(capability);

type Lack = Exclude<Capability, { type: 'ready' }> | { readonly type: 'notOpened' };

function startApp(): void {
  const views = rememberViews(householdScript);
  const start = () => new Worker(ownScript(householdScript), { type: 'module', name: 'household' });
  // What can be drawn at once is drawn before the worker takes the processor for what it has to read.
  const worker = views.hasFirstScreen ? startLate(start, firstScreen()) : start();
  endWithPage(worker);
  const household = connectHousehold(worker, views, () => stop({ type: 'notOpened' }));
  const device: Device = {
    updates: startUpdates(ownScript('/service.worker.js'), firstScreen()),
    install: startInstall(),
    storage: { isKept: isStorageKept, keep: keepStorage },
    badge: showBadge,
    shared: {
      read: async () => {
        const { readShared, sharedToText } = await import('./pwa/shared-store.ts');
        const shared = await readShared();
        return shared === null ? null : sharedToText(shared);
      },
      forget: async () => (await import('./pwa/shared-store.ts')).forgetShared(),
    },
    files: startLaunchedFiles(),
    notifications: async () => (await import('./pwa/notifications.ts')).notifications,
    beginAnew: async () => (await import('./pwa/begin-anew.ts')).beginAnew(),
  };
  let dispose: (() => void) | null = null;
  const stop = (lack: Lack): void => {
    if (dispose === null) return;
    dispose();
    dispose = null;
    worker.terminate();
    void drawBlocked(lack);
  };
  dispose = render(
    () => <App household={household} messages={messages} now={() => Date.now()} device={device} />,
    root,
  );
  // Asked beside the start, because the answer takes a moment and is nearly always yes.
  void databaseOpens().then((opens) => {
    if (!opens) stop({ type: 'storageBlocked' });
  });
}

async function drawBlocked(lack: Lack): Promise<void> {
  const { BlockedScreen } = await import('./ui/screens/start/blocked-screen.tsx');
  render(
    () => (
      <MessagesProvider messages={messages}>
        <BlockedScreen lack={lack} address={location} onAgain={() => location.reload()} />
      </MessagesProvider>
    ),
    root,
  );
}

function requireRoot(): HTMLElement {
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no place for the app');
  return element;
}
