/** Handing everything over at once. Loaded with the sheet that does it. */
import type { Formats } from '../formats.ts';

export function handAllWords(f: Formats) {
  return {
    title: (name: string | null): string =>
      name === null ? 'Hand over what is yours' : `Hand over what ${name} has`,
    action: 'Hand everything over…',
    steps: 'Steps',
    conducting: 'Flows to conduct',
    conduct: (flow: string): string => `Conduct ${flow}`,
    to: 'To whom?',
    backups: 'Each to whoever is behind them',
    backupsHint: (without: number): string =>
      without === 0
        ? 'Everything here has somebody behind it.'
        : f.plural(without, {
            one: 'One has nobody behind it, and stays.',
            other: '# have nobody behind them, and stay.',
          }),
    behind: (name: string): string => `${name} is behind it`,
    note: 'A note for them',
    notePlaceholder: 'What should they know?',
    go: (count: number, to: string | null): string => {
      const what = f.plural(count, { one: 'Hand 1 over', other: 'Hand # over' });
      return to === null ? what : `${what} to ${to}`;
    },
    you: 'you',
    nothing: 'There is nothing to hand over.',
    done: (count: number): string => f.plural(count, { one: 'Handed 1 over', other: 'Handed # over' }),
  };
}
