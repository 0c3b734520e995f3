import { describe, expect, it } from 'vitest';
import { folded } from '../support/laws/folded.ts';
import { type History, makeHistory } from '../support/random-history.ts';
import { engineLaws, tryLaw } from '../support/laws/engine-laws.ts';

const firstSeed = 20_260_302;

interface Trial {
  /** What each law that was broken says, of the first history that broke it. */
  readonly broken: ReadonlyMap<string, unknown>;
  /** How often something occurred in the histories. */
  readonly seen: ReadonlyMap<string, number>;
}

let trial: Trial | null = null;

/** One thousand histories, each gone through by every law and then let go of. `npm run fuzz` takes random ones. */
function tryAll(): Trial {
  const broken = new Map<string, unknown>();
  const seen = new Map<string, number>();
  for (let index = 0; index < 1000; index++) {
    const history = makeHistory(firstSeed + index);
    countWhatHappens(history, seen);
    for (const law of engineLaws) {
      if (broken.has(law.name) || index % (law.every ?? 1) !== 0) continue;
      try {
        tryLaw(law, history.seed, history);
      } catch (error) {
        broken.set(law.name, error);
      }
    }
  }
  return { broken, seen };
}

function countWhatHappens({ events }: History, seen: Map<string, number>): void {
  const note = (what: string, happened: boolean): void => {
    if (happened) seen.set(what, (seen.get(what) ?? 0) + 1);
  };
  const state = folded(events);
  note(`run ${state.status}`, true);
  note('several heads', state.heads.length > 1);
  note('opaque', state.opaque.length > 0);
  for (const { kind } of state.overlaps) note(`overlap: ${kind}`, true);
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
    note('dormant', one.dormant);
    note('blocked', one.blocked);
    note('missing fact', one.missingFacts.length > 0);
    note('disputed fact', one.disputedFacts.length > 0);
    note('lost move', one.lostMoves.length > 0);
    note('taken unseen', one.takenUnseen !== null);
    note(`voted: ${one.outcome}`, one.approval !== null && one.status === 'completed');
    note('void vote', one.approval?.voters.some((voter) => voter.void) === true);
    note('lapsed', one.approval?.lapsed === true);
    note('barred voter', one.approval?.voters.some((voter) => voter.barred) === true);
    note('voter who left', one.approval?.voters.some((voter) => voter.left) === true);
  }
}

describe('laws of the fold, on 1,000 random histories of random plans', { timeout: 120_000 }, () => {
  it.each(engineLaws.map((law) => [law.name, law] as const))('%s', (name) => {
    trial ??= tryAll();
    const failure = trial.broken.get(name);
    if (failure !== undefined) throw failure;
  });

  it('the histories are such that everything happens, time and again', () => {
    const { seen } = (trial ??= tryAll());
    const wanted =
      'run running,run suspended,run finished,run cancelled,several heads,opaque,rival facts,created,ready,' +
      'inProgress,waiting,suspended,completed,failed,skipped,withdrawn,terminated,held,fresh,recheck,' +
      'provisional,withdrawn: deadPath,withdrawn: restCancelled,withdrawn: condition,redone,outcome,' +
      'disputed outcome,dormant,withdrawn: unusedFallback,overruled,surplus,offered,ahead,blocked,missing fact,disputed fact,lost move,taken unseen,' +
      'withdrawn: otherChosen,withdrawn: tooLate,overlap: oneAtATime,overlap: apartFrom,overlap: firstBegun,' +
      'voted: approved,voted: rejected,void vote,lapsed,barred voter,voter who left';
    const rare = wanted.split(',').filter((what) => (seen.get(what) ?? 0) < 10);
    expect(rare).toEqual([]);
  });
});
