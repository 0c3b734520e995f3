import { describe, expect, it } from 'vitest';
import { foldRun } from '../../src/engine/fold-run.ts';
import { type History, makeHistory } from '../support/random-history.ts';
import { engineLaws, tryLaw } from '../support/laws/engine-laws.ts';
import { run } from '../support/run-bench.ts';

const firstSeed = 20_260_302;
const histories: History[] = [];

/** One thousand histories, the same for every law. Laws are tried on random ones by `npm run fuzz`. */
function historyAt(index: number): History {
  return (histories[index] ??= makeHistory(firstSeed + index));
}

describe('laws of the fold, on 1,000 random histories of random plans', () => {
  it.each(engineLaws.map((law) => [law.name, law] as const))(
    '%s',
    (_name, law) => {
      for (let index = 0; index < 1000; index += law.every ?? 1) {
        const history = historyAt(index);
        tryLaw(law, history.seed, history);
      }
    },
    60_000,
  );

  it('the histories are such that everything happens, time and again', () => {
    const seen = new Map<string, number>();
    const note = (what: string, happened: boolean): void => {
      if (happened) seen.set(what, (seen.get(what) ?? 0) + 1);
    };
    for (let index = 0; index < 1000; index++) {
      const { events } = historyAt(index);
      const state = foldRun(run, events);
      note(`run ${state.status}`, true);
      note('several heads', state.heads.length > 1);
      note('opaque', state.opaque.length > 0);
      for (const { rivals } of state.facts.values()) note('rival facts', rivals.length > 0);
      for (const one of state.occurrences.values()) {
        note(one.status, true);
        note(one.validity, true);
        note(`withdrawn: ${one.withdrawnBecause}`, true);
        note('redone', one.occurrence.iteration > 1);
        note('outcome', one.outcome !== null);
        note('disputed outcome', one.status === 'completed' && one.conflict.length > 0);
        note('overruled', one.overruled.length > 0);
        note('surplus', one.surplus);
        note('offered', one.offered !== null);
        note('ahead', one.ahead);
        note('blocked', one.blocked);
        note('missing fact', one.missingFacts.length > 0);
        note('disputed fact', one.disputedFacts.length > 0);
        note('lost move', one.lostMoves.length > 0);
        note('taken unseen', one.takenUnseen !== null);
      }
    }
    const wanted =
      'run running,run suspended,run finished,run cancelled,several heads,opaque,rival facts,created,ready,' +
      'inProgress,waiting,suspended,completed,failed,skipped,withdrawn,terminated,held,fresh,recheck,' +
      'provisional,withdrawn: deadPath,withdrawn: restCancelled,withdrawn: condition,redone,outcome,' +
      'disputed outcome,overruled,surplus,offered,ahead,blocked,missing fact,disputed fact,lost move,taken unseen';
    const rare = wanted.split(',').filter((what) => (seen.get(what) ?? 0) < 10);
    expect(rare).toEqual([]);
  });
});
