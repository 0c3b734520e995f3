/** Gathers what the search looks through: every name of the space, without its history. */
import { runEntryStage } from './active-runs.ts';
import { makePeopleDirectory, personToView } from './people-directory.ts';
import { isWanted, type RunReading, readRun } from './run-reading.ts';
import type { FoundFact, FoundFlow, FoundStep, SearchView } from './search-view.ts';
import type { RunEntry, SpaceSnapshot } from './space-snapshot.ts';

export function computeSearchView(space: SpaceSnapshot, now: number): SearchView {
  const newest = space.runs.toReversed();
  const flows = newest.map(toFlow);
  const readings = newest.flatMap(({ state }) =>
    state === null || state.status === 'notStarted' ? [] : [readRun(state, space, now)],
  );
  return {
    kind: 'search',
    flows: [...flows.filter(({ over }) => !over), ...flows.filter(({ over }) => over)],
    steps: readings.flatMap(toSteps),
    facts: readings.flatMap((run) => toFacts(run, space)),
    people: space.people.map((person) => personToView(person, space.me)),
    workflows: space.workflows.map(({ id, title }) => ({ id, title })),
  };
}

function toFlow(entry: RunEntry): FoundFlow {
  return {
    run: entry.run,
    title: entry.state?.title ?? entry.summary?.title ?? entry.title,
    over: runEntryStage(entry) === 'ended',
  };
}

function toSteps(run: RunReading): readonly FoundStep[] {
  return run.steps.filter(isWanted).map(({ step, occurrence, tone, holder }) => ({
    run: run.run,
    runTitle: run.state.title,
    key: occurrence.key,
    title: step.title,
    tone,
    holder: run.people.find(holder),
  }));
}

/** What a flow does not know yet is asked for on its own screens. */
function toFacts({ run, state }: RunReading, space: SpaceSnapshot): readonly FoundFact[] {
  const people = makePeopleDirectory(space.me, space.people, state.personById);
  return [...state.facts.values()]
    .filter(({ value }) => value !== null)
    .map(({ definition: { id, name, kind, options = [] }, value }) => ({
      run,
      runTitle: state.title,
      fact: id,
      name,
      kind,
      options,
      value,
      person: value?.kind === 'person' ? people.find(value.person) : null,
    }));
}
