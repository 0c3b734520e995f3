/**
 * The Flows screen: what runs, what can be started, what has ended.
 */
import type { PersonId } from '../model/ids.ts';
import { runEntryStage } from './active-runs.ts';
import { countOffers } from './compute-plan-view.ts';
import { computeRecurring } from './compute-recurring.ts';
import type { FlowsView, RunLine } from './flows-view.ts';
import { makePeopleDirectory, type PeopleDirectory } from './people-directory.ts';
import { computeRunFigures, findEnder } from './run-figures.ts';
import { countOpenUndos } from '../engine/undo-queue.ts';
import { isMyCheck, type RunReading, readRun, type StepReading, stepToRef } from './run-reading.ts';
import type { PersonView } from './shared.ts';
import type { RunEntry, SpaceSnapshot } from './space-snapshot.ts';
import { sortByUrgency } from './urgency.ts';

export function computeFlowsView(space: SpaceSnapshot, now: number): FlowsView {
  const lines = space.runs.map((entry): RunLine => {
    const line = toLine(entry, space, now);
    return space.archived?.has(entry.run) === true ? { ...line, archived: true } : line;
  });
  const written = space.drafts ?? [];
  const newestFirst = lines.toReversed();
  return {
    kind: 'flows',
    // Sorting is stable: among flows that matter alike, the newest comes first.
    active: newestFirst.filter(isGoingOn).sort((a, b) => attention(a) - attention(b)),
    workflows: space.workflows.map((entry) => {
      const { id, title, source, stepCount, version } = entry;
      return {
        id,
        title,
        source,
        stepCount,
        offers: version === null ? 0 : countOffers(space.runs, version),
        isDraft: written.some((draft) => draft.id === id),
      };
    }),
    drafts: written
      .filter(({ isNew }) => isNew)
      .map(({ title, stepCount, id }) => ({ id, title, stepCount })),
    finished: newestFirst
      .filter((line) => !isGoingOn(line))
      .sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0)),
    recurring: computeRecurring(space),
  };
}

function isGoingOn({ status, undoCount }: RunLine): boolean {
  return undoCount > 0 || status === 'running' || status === 'suspended';
}

function attention(line: RunLine): number {
  if (line.status === 'suspended') return 4;
  if (line.status === 'cancelled') return 1;
  if (line.focus?.step.tone === 'turn') return 0;
  if (line.lateCount > 0 || (line.focus !== null && isTrouble(line.focus.step.tone))) return 1;
  return line.loading ? 3 : 2;
}

function toLine(entry: RunEntry, space: SpaceSnapshot, now: number): RunLine {
  const { state, summary } = entry;
  if (state !== null && state.status !== 'notStarted') return stateToLine(readRun(state, space, now));
  const people = makePeopleDirectory(space.me, space.people);
  return {
    run: entry.run,
    title: summary?.title ?? entry.title,
    segments: summary?.segments ?? [],
    done: summary?.done ?? 0,
    total: summary?.total ?? 0,
    focus: null,
    people: findAll(people, summary?.people ?? []),
    lastDueAt: null,
    lateCount: 0,
    undoCount: 0,
    status: summary?.status ?? 'running',
    endedAt: summary?.endedAt ?? null,
    ...toEnder(people, summary?.endedBy),
    loading: runEntryStage(entry) === 'loading',
  };
}

function stateToLine(run: RunReading): RunLine {
  const figures = computeRunFigures(run);
  const { status, title, finishedAt } = run.state;
  const focus = status === 'running' ? findFocus(run) : null;
  return {
    run: run.run,
    title,
    ...figures,
    focus: focus === null ? null : { step: stepToRef(focus), holder: run.people.find(focus.holder) },
    people: findAll(run.people, figures.people),
    undoCount: countOpenUndos(run.state),
    status: status === 'notStarted' ? 'running' : status,
    endedAt: finishedAt,
    ...toEnder(run.people, findEnder(run)),
    loading: false,
  };
}

function toEnder(people: PeopleDirectory, id: PersonId | null | undefined): Pick<RunLine, 'endedBy'> {
  const person = people.find(id ?? null);
  return person === null ? {} : { endedBy: person };
}

/** Mine first, then what is in trouble, then what others hold or wait for, then what they are to check. */
function findFocus(run: RunReading): StepReading | null {
  const wanted: readonly ((reading: StepReading) => boolean)[] = [
    ({ tone }) => tone === 'turn',
    (reading) => isMyCheck(reading, run.people.me),
    ({ tone }) => isTrouble(tone),
    ({ tone }) => tone === 'theirs',
    ({ tone }) => tone === 'waiting',
    ({ tone }) => tone === 'recheck',
  ];
  for (const matches of wanted) {
    const placed = run.steps.filter(matches).map((reading) => ({ run, reading }));
    const [first] = sortByUrgency(placed);
    if (first !== undefined) return first.reading;
  }
  return null;
}

function isTrouble(tone: StepReading['tone']): boolean {
  return tone === 'late' || tone === 'stuck' || tone === 'conflict';
}

function findAll(people: PeopleDirectory, ids: readonly PersonId[]): readonly PersonView[] {
  return ids.flatMap((id) => people.find(id) ?? []);
}
