/**
 * Composition root of the worker thread: the household with the browser's own clock, randomness,
 * storage and sockets.
 *
 * The API is offered at once and each call waits for the household to be open, because the page
 * speaks before IndexedDB has answered.
 */
import { expose, transfer } from 'comlink';
import { listDatabases } from '../store/stored-databases.ts';
import { browserEnvironment } from './environment.ts';
import { makeLateHousehold } from './late-household.ts';
import type { HouseholdApi } from './messages.ts';

const environment = browserEnvironment(globalThis);
const { household, subscribe, setVisible } = makeLateHousehold({
  isNew: listDatabases(`${environment.name}/`).then((found) => found?.length === 0),
  open: async () => (await import('./household.ts')).openHousehold(environment),
  laterMs: 1500,
});

const api: HouseholdApi = {
  intent: async (intent) => (await household()).intent(intent),
  subscribe,
  unsubscribe: async (subscription) => (await household()).unsubscribe(subscription),
  previewWorkflow: async (id) => (await household()).previewWorkflow(id),
  previewSchedule: async (draft) => (await household()).previewSchedule(draft),
  previewTyped: async (text) => (await household()).previewTyped(text),
  textToOperations: async (before, text) => (await household()).textToOperations(before, text),
  readPasted: async (text) => (await household()).readPasted(text),
  previewAgain: async (run) => (await household()).previewAgain(run),
  workflowToFile: async (workflow) => (await household()).workflowToFile(workflow),
  previewWorkflowFile: async (text) => (await household()).previewWorkflowFile(text),
  calendarToFile: async (of) => (await household()).calendarToFile(of),
  previewInvite: async (text) => (await household()).previewInvite(text),
  saveSpace: async (space, passphrase) => {
    const saved = await (await household()).saveSpace(space, passphrase);
    return saved.ok ? transfer(saved, [saved.value.bytes.buffer]) : saved;
  },
  openSavedSpace: async (bytes, passphrase) => (await household()).openSavedSpace(bytes, passphrase),
  setVisible,
  setTyping: async (at) => (await household()).setTyping(at),
};

expose(api);
