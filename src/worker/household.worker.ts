/**
 * Composition root of the worker thread: the household with the browser's own clock, randomness,
 * storage and sockets.
 *
 * The API is offered at once and each call waits for the household to be open, because the page
 * speaks before IndexedDB has answered.
 */
import { expose, transfer } from 'comlink';
import { browserEnvironment } from './environment.ts';
import { openHousehold } from './household.ts';
import type { HouseholdApi } from './messages.ts';

const opening = openHousehold(browserEnvironment(globalThis));

const api: HouseholdApi = {
  intent: async (intent) => (await opening).intent(intent),
  subscribe: async (query, listener) => (await opening).subscribe(query, listener),
  unsubscribe: async (subscription) => (await opening).unsubscribe(subscription),
  previewWorkflow: async (id) => (await opening).previewWorkflow(id),
  previewSchedule: async (draft) => (await opening).previewSchedule(draft),
  previewTyped: async (text) => (await opening).previewTyped(text),
  previewInvite: async (text) => (await opening).previewInvite(text),
  saveSpace: async (space, passphrase) => {
    const saved = await (await opening).saveSpace(space, passphrase);
    return saved.ok ? transfer(saved, [saved.value.bytes.buffer]) : saved;
  },
  openSavedSpace: async (bytes, passphrase) => (await opening).openSavedSpace(bytes, passphrase),
  setVisible: async (visible) => (await opening).setVisible(visible),
  setTyping: async (at) => (await opening).setTyping(at),
};

expose(api);
