/** The page's composition root: starts the household worker and draws the app. */
// First of all: the address loses its secret, and the page gets its colours.
import './client/invite-in-address.ts';
import './ui/theme.ts';
import { render } from 'solid-js/web';
import { connectHousehold } from './client/household.ts';
import { messagesForBrowser } from './i18n/messages-context.tsx';
import { App } from './ui/app.tsx';
import { ownScript } from './ui/trusted-script.ts';
import householdScript from './worker/household.worker.ts?worker&url';

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app');
const worker = new Worker(ownScript(householdScript), { type: 'module', name: 'household' });
const household = connectHousehold(worker);
const messages = messagesForBrowser();
render(() => <App household={household} messages={messages} now={() => Date.now()} />, root);
