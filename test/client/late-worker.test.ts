import { expect, it } from 'vitest';
import { startLate } from '../../src/client/late-worker.ts';

interface Told {
  readonly said: unknown[];
  readonly ended: number;
}

function play(): Told & { readonly worker: Worker } {
  const told = { said: [] as unknown[], ended: 0 };
  const worker = Object.assign(new EventTarget(), {
    postMessage: (message: unknown) => void told.said.push(message),
    terminate: () => void (told.ended += 1),
  });
  return Object.assign(told, { worker: worker as unknown as Worker });
}

it('is told in their order what was said before it began, and hears what answers to that', async () => {
  const played = play();
  const late = startLate(() => played.worker, Promise.resolve());
  const heard: unknown[] = [];
  late.postMessage('one');
  late.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  late.postMessage('two');
  expect(played.said).toEqual([]);

  await Promise.resolve();
  late.postMessage('three');
  expect(played.said).toEqual(['one', 'two', 'three']);
  played.worker.dispatchEvent(new MessageEvent('message', { data: 'heard' }));
  expect(heard).toEqual(['heard']);
});

it('never begins when its page has gone before it was time, and ends with it later', async () => {
  const early = play();
  const gone = startLate(() => {
    early.said.push('begun');
    return early.worker;
  }, Promise.resolve());
  gone.terminate();
  await Promise.resolve();
  expect(early.said).toEqual([]);

  const begun = play();
  const late = startLate(() => begun.worker, Promise.resolve());
  await Promise.resolve();
  late.terminate();
  expect(begun.ended).toBe(1);
});
