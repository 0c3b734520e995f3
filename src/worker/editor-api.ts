/** What the page asks for while a workflow is written, outside of views. */
import { textToOperations } from '../interchange/text-to-operations.ts';
import { captureContext } from './capture-context.ts';
import type { EditorApi } from './editor-messages.ts';
import { type Environment, randomId } from './environment.ts';
import type { SpaceSession } from './space-session.ts';

export function makeEditorApi(environment: Environment, session: () => SpaceSession | null): EditorApi {
  return {
    textToOperations: async (before, text) => {
      const context = await captureContext(environment, session(), text);
      // Others may add steps at the same time, so a place in the lines names none.
      return textToOperations(before, text, { ...context, newId: () => randomId(environment) });
    },
  };
}
