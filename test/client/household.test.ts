import { expose } from 'comlink';
import { createStore } from 'solid-js/store';
import { expect, it, vi } from 'vitest';
import { connectHousehold } from '../../src/client/household.ts';
import { rememberViews } from '../../src/client/remembered-views.ts';
import { asId, type FactId, type RunId } from '../../src/model/ids.ts';
import type { Intent, ViewPatch, ViewQuery } from '../../src/worker/messages.ts';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';

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

it('What was remembered before something was asked is looked at again, once nothing more is asked', async () => {
  const { port1, port2 } = new MessageChannel();
  let holdingCount = 1;
  const subscribed: string[] = [];
  const left: number[] = [];
  expose(
    {
      intent: () => {
        holdingCount += 1;
        return { ok: true, value: {} };
      },
      subscribe: (query: ViewQuery, listener: (patch: ViewPatch) => void) => {
        subscribed.push(query.kind);
        const view = query.kind === 'app' ? appView : { ...tuesdayViews(query), holdingCount };
        listener(view);
        return subscribed.length;
      },
      unsubscribe: (id: number) => void left.push(id),
      setVisible: () => undefined,
    },
    port1,
  );
  const household = connectHousehold(port2, rememberViews('one'), () => undefined);
  port2.start();
  const shown = vi.fn();
  household.subscribe({ kind: 'app' }, shown);
  await vi.waitFor(() => expect(shown).toHaveBeenCalledOnce());
  const leave = household.subscribe({ kind: 'now' }, shown);
  await vi.waitFor(() => expect(household.remembered({ kind: 'now' })).toMatchObject({ holdingCount: 1 }));
  leave();

  const command = { kind: 'setFact', fact: asId<FactId>('worth'), value: null } as const;
  for (const run of ['r', 's']) await household.intent({ kind: 'command', run: asId<RunId>(run), command });
  expect(household.remembered({ kind: 'now' })).toBeUndefined();
  await vi.waitFor(() => expect(household.remembered({ kind: 'now' })).toMatchObject({ holdingCount: 3 }));
  expect(subscribed).toEqual(['app', 'now', 'now']);
  await vi.waitFor(() => expect(left).toEqual([2, 3]));
  port1.close();
  port2.close();
});
