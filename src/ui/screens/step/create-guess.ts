/**
 * What a tap will come to, shown at once: until the household says the same, says that it could not be done, or has had
 * the time to say something else.
 */
import { createSignal, onCleanup } from 'solid-js';
import { afterPaint } from '../../../client/after-paint.ts';

/** From the answer until the views have followed it, ms. */
const followsMs = 1000;

export interface Guess<Key, Value> {
  /** What is shown: the guess, or what the household says. */
  readonly read: (key: Key, said: Value) => Value;
  /** Shows it, and when that has been painted asks for it. */
  readonly make: (key: Key, value: Value) => void;
}

/** `ask` tells whether it was done. */
export function createGuess<Key, Value>(
  ask: (key: Key, value: Value) => Promise<boolean>,
): Guess<Key, Value> {
  const [guesses, setGuesses] = createSignal<ReadonlyMap<Key, { readonly value: Value }>>(new Map());
  /** One after the other: what is asked while something else is on its way would not be heard. */
  let turn: Promise<void> = Promise.resolve();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  onCleanup(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  return {
    read: (key, said) => {
      const guess = guesses().get(key);
      return guess === undefined ? said : guess.value;
    },
    make: (key, value) => {
      const guess = { value };
      const drop = (): void => {
        // Another one was made since.
        if (guesses().get(key) !== guess) return;
        setGuesses((before) => new Map([...before].filter(([each]) => each !== key)));
      };
      setGuesses((before) => new Map(before).set(key, guess));
      afterPaint(() => {
        turn = turn
          .then(() => ask(key, value))
          .then((isDone) => {
            if (isDone) timers.add(setTimeout(drop, followsMs));
            else drop();
          }, drop);
      });
    },
  };
}
