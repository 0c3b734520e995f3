import { expose } from 'comlink';
import { createStore } from 'solid-js/store';
import { expect, it } from 'vitest';
import { connectHousehold } from '../../src/client/household.ts';
import { rememberViews } from '../../src/client/remembered-views.ts';
import { asId, type FactId, type RunId } from '../../src/model/ids.ts';
import type { Intent } from '../../src/worker/messages.ts';

it('An intent may carry what a view showed: a value out of a store reaches the worker', async () => {
  const { port1, port2 } = new MessageChannel();
  const heard: Intent[] = [];
  expose(
    {
      intent: (intent: Intent) => {
        heard.push(intent);
        return { ok: true, value: {} };
      },
      setVisible: () => undefined,
    },
    port1,
  );
  const household = connectHousehold(port2, rememberViews('one'), () => undefined);
  port2.start();
  const [view] = createStore({ sides: [{ value: { kind: 'number', number: 12_000 } as const }] });
  const value = view.sides[0]?.value ?? null;
  const command = { kind: 'setFact', fact: asId<FactId>('worth'), value } as const;

  const result = await household.intent({ kind: 'command', run: asId<RunId>('r'), command });
  expect(result.ok).toBe(true);
  expect(heard).toMatchObject([{ command: { value: { kind: 'number', number: 12_000 } } }]);
  port1.close();
  port2.close();
});
