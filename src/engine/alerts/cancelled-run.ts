/** A run that was called off: whoever was at something in it hears of it once. */
import type { PersonId } from '../../model/ids.ts';
import type { RunState } from '../run-state.ts';
import type { HasCome, Told } from './told.ts';

export function findCancelled(state: RunState, hasCome: HasCome): readonly Told[] {
  if (state.status !== 'cancelled') return [];
  const stopped = [...state.current.values()].filter(
    ({ status, readyAt, startedAt, closedAt }) =>
      // What was called off by itself before is over already.
      status === 'terminated' && closedAt === state.finishedAt && (readyAt !== null || startedAt !== null),
  );
  const [first] = stopped;
  const since = first?.closedAt ?? null;
  if (first === undefined || since === null || !hasCome(since)) return [];
  const by = new Set<PersonId>(first.closedBy);
  const holders = new Set(stopped.map(({ holder }) => holder ?? state.conductor));
  const whom = [...holders].filter((person) => person !== null && !by.has(person));
  if (whom.length === 0) return [];
  const about = first.closedBy[0] ?? null;
  return [
    {
      occurrence: null,
      cause: 'runCancelled',
      rule: 'cancelled',
      rung: 'remind',
      step: 'told',
      since,
      for: whom,
      about,
    },
  ];
}
