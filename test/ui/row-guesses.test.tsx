// @vitest-environment happy-dom
/** A step's row on the rail between the tap and the worker's answer. */
import { cleanup, render } from '@solidjs/testing-library';
import { expose } from 'comlink';
import { For } from 'solid-js';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  connectHousehold,
  createView,
  type Household,
  HouseholdProvider,
} from '../../src/client/household.ts';
import { rememberViews } from '../../src/client/remembered-views.ts';
import { createGuesses } from '../../src/client/row-guesses.ts';
import type { Command } from '../../src/model/command.ts';
import { occurrenceFromKey, type OccurrenceKey } from '../../src/model/occurrence.ts';
import type { FlowView } from '../../src/views/flow-view.ts';
import type { Intent, IntentResult, ViewPatch } from '../../src/worker/messages.ts';
import { flowView } from '../support/tuesday-trip.ts';

const mine = flowView.rows.find(({ tone }) => tone === 'turn') as FlowView['rows'][number];

function toCommand(kind: 'completeStep' | 'reopenStep', key: OccurrenceKey): Intent {
  const occurrence = occurrenceFromKey(key);
  if (!occurrence.ok) throw new Error('Not an occurrence');
  const command: Command = { kind, occurrence: occurrence.value };
  return { kind: 'command', run: flowView.run, command };
}

/** The flow as the worker says it, with another look of my row. */
const saying = (look: Partial<FlowView['rows'][number]>): FlowView =>
  structuredClone({
    ...flowView,
    rows: flowView.rows.map((row) => (row.key === mine.key ? { ...row, ...look } : row)),
  });

let household: Household;
let answer: (result: IntentResult) => void;
let tell: (patch: ViewPatch) => void;
let heard: Intent[];
let close: () => void;

beforeEach(async () => {
  const { port1, port2 } = new MessageChannel();
  heard = [];
  expose(
    {
      intent: (intent: Intent) => {
        heard.push(intent);
        return new Promise<IntentResult>((resolve) => {
          answer = resolve;
        });
      },
      subscribe: (_query: unknown, listener: (patch: ViewPatch) => void) => {
        tell = listener;
        listener(saying({}));
        return 1;
      },
      unsubscribe: () => undefined,
      setVisible: () => undefined,
    },
    port1,
  );
  household = connectHousehold(port2, rememberViews('one'), () => undefined);
  port2.start();
  render(() => (
    <HouseholdProvider value={household}>
      <Tones />
    </HouseholdProvider>
  ));
  await vi.waitFor(() => expect(tone()).toBe('turn'));
  close = () => {
    port1.close();
    port2.close();
  };
});

afterEach(() => {
  cleanup();
  close();
});

function Tones() {
  const view = createView(() => ({ kind: 'flow' as const, run: flowView.run }));
  return <For each={view()?.rows}>{(row) => <p data-key={row.key}>{`${row.tone} ${row.due?.at}`}</p>}</For>;
}

const line = (): string | undefined =>
  document.querySelector(`[data-key="${CSS.escape(mine.key)}"]`)?.textContent ?? undefined;
const tone = (): string | undefined => line()?.split(' ')[0];

it('is done before the worker knows of it, which is asked once that has been painted', async () => {
  const result = household.intent(toCommand('completeStep', mine.key));
  expect(tone()).toBe('done');
  expect(heard).toEqual([]);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  answer({ ok: true, value: {} });
  await result;
  expect(tone()).toBe('done');
  tell(saying({ tone: 'provisional' }));
  await vi.waitFor(() => expect(tone()).toBe('provisional'));
});

it('is as it was when the worker refuses', async () => {
  const before = line();
  const result = household.intent(toCommand('completeStep', mine.key));
  expect(line()).not.toBe(before);
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  answer({ ok: false, error: { type: 'storageFull' } });
  expect((await result).ok).toBe(false);
  expect(line()).toBe(before);
});

it('is as it was when the worker takes it and the row does not follow', async () => {
  const before = line();
  const result = household.intent(toCommand('completeStep', mine.key));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  answer({ ok: true, value: {} });
  await result;
  await vi.waitFor(() => expect(line()).toBe(before), { timeout: 3000 });
});

it('is what it was before it was done as soon as that is taken back', async () => {
  const before = line();
  const done = household.intent(toCommand('completeStep', mine.key));
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  answer({ ok: true, value: {} });
  await done;
  tell(saying({ tone: 'done', due: null, closedAt: 1 }));
  await vi.waitFor(() => expect(tone()).toBe('done'));
  void household.intent(toCommand('reopenStep', mine.key));
  expect(line()).toBe(before);
});

it('is not guessed where votes decide, in another flow, or where it was done long ago', () => {
  const { guess } = createGuesses();
  const voted = saying({ asks: 'vote' });
  expect(guess(voted, toCommand('completeStep', mine.key))).toBeNull();
  const elsewhere = { ...toCommand('completeStep', mine.key), run: 'another' } as unknown as Intent;
  expect(guess(flowView, elsewhere)).toBeNull();
  expect(guess(flowView, toCommand('reopenStep', mine.key))).toBeNull();
  expect(guess(flowView, toCommand('completeStep', mine.key))?.look.tone).toBe('done');
});
