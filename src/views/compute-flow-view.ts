/**
 * One flow: its header and the Steps rail.
 */
import { isMember } from '../model/access.ts';
import { computeGuestViews, noGuests } from './guest-views.ts';
import type { RunId, StepId } from '../model/ids.ts';
import { stepOfPlace } from '../model/place.ts';
import { computeFactChecks } from './compute-fact-checks.ts';
import { computeFactViews } from './compute-fact-views.ts';
import { computeNoticeViews } from './compute-notice-views.ts';
import { computeEnding, computeUndoIfCancelled, computeUndoLines } from './compute-undo-lines.ts';
import type { FlowView, RailRow, RailTrack } from './flow-view.ts';
import { computeFollowUps, findFollowed } from './follow-up-views.ts';
import { makePeopleDirectory } from './people-directory.ts';
import { type RailEdge, type RailLayoutRow, railRowToSlice } from './rail-layout.ts';
import { computeRunFigures } from './run-figures.ts';
import {
  findOpenListNames,
  findWaitingFor,
  outcomeToName,
  type RunReading,
  readRun,
  type StepReading,
  stepToLine,
} from './run-reading.ts';
import { computeOffer } from './compute-plan-view.ts';
import { computeRivalDues } from './compute-rival-dues.ts';
import { computePlanFlags } from './plan-flags.ts';
import { computeSectionViews } from './section-views.ts';
import type { RunEntry, SpaceSnapshot } from './space-snapshot.ts';
import { hasConflict } from './tone.ts';
import { makeTrackKind } from './track-kind.ts';
import { computeItemListViews } from './item-views.ts';

export function computeFlowView(space: SpaceSnapshot, run: RunId, now: number): FlowView {
  const entry = space.runs.find((each) => each.run === run);
  if (entry === undefined) return { ...emptyFlow(run, 'missing', ''), access: space.access };
  if (entry.state === null || entry.state.status === 'notStarted') return loadingFlow(entry, space);
  const reading = readRun(entry.state, space, now);
  const { state, people, layout } = reading;
  const figures = computeRunFigures(reading);
  const kindOf = makeTrackKind(reading);
  const partOf = makePartOf(reading);
  return {
    kind: 'flow',
    run,
    availability: 'here',
    title: state.title,
    status: state.status,
    followUps: computeFollowUps(reading, space),
    follows: findFollowed(run, space),
    facts: computeFactViews(reading),
    checks: computeFactChecks(reading),
    notices: computeNoticeViews(reading),
    sections: isMember(space.access) ? computeSectionViews(reading) : [],
    itemLists: computeItemListViews(reading),
    conductor: people.find(state.conductor),
    undo: computeUndoLines(reading, space, now),
    undoIfCancelled: computeUndoIfCancelled(reading, space, now),
    ending: computeEnding(reading),
    access: space.access,
    planFlags: computePlanFlags(reading),
    rivalDues: computeRivalDues(reading),
    planOffer: computeOffer(reading, space)?.lines.length ?? 0,
    ...computeGuestViews(reading, entry, space.me !== null && state.conductor === space.me),
    rows: layout.rows.flatMap((row) => toRow(reading, row, kindOf, partOf)),
    lanes: layout.lanes,
    ...figures,
    people: figures.people.flatMap((person) => people.find(person) ?? []),
    newerEvents: state.opaque.length,
    damagedEntries: entry.damagedEntries,
  };
}

function toRow(
  run: RunReading,
  row: RailLayoutRow,
  kindOf: (edge: RailEdge) => RailTrack['kind'],
  partOf: (reading: StepReading) => RailRow['part'],
): readonly RailRow[] {
  const reading = run.stepById.get(row.step);
  if (reading === undefined) return [];
  const { occurrence } = reading;
  return [
    {
      ...stepToLine(run, reading),
      rail: railRowToSlice(row, kindOf),
      closedAt: occurrence.closedAt,
      closedBy: occurrence.closedBy.flatMap((person) => run.people.find(person) ?? []),
      waitingFor: findWaitingFor(run, reading).map((before) => titleBeside(before, reading)),
      hasConflict: hasConflict(occurrence),
      stuckReason: occurrence.status === 'failed' ? occurrence.reason : null,
      outcome: outcomeToName(reading.step, occurrence.outcome),
      withdrawnBecause: occurrence.withdrawnBecause,
      isUndone: occurrence.undo?.status === 'compensated',
      missingFacts: [...occurrence.missingFacts, ...occurrence.disputedFacts].map(
        (fact) => run.state.facts.get(fact)?.definition.name ?? fact,
      ),
      waitingOn: occurrence.waitingOn?.on ?? null,
      inItem: toInItem(reading),
      part: partOf(reading),
      openLists: findOpenListNames(run, reading),
    },
  ];
}

/** Of parts within parts the inmost; one that is done once an item is told by its items. */
function makePartOf({ state }: RunReading): (reading: StepReading) => RailRow['part'] {
  const byStep = new Map<StepId, NonNullable<RailRow['part']>>();
  for (const { id, name, steps, workflow, perItem } of state.plan.sections)
    if (workflow !== undefined && perItem === undefined)
      for (const step of steps) byStep.set(step, { section: id, name });
  return ({ step }) => byStep.get(stepOfPlace(step.id)) ?? null;
}

function toInItem({ step: { inItem } }: StepReading): RailRow['inItem'] {
  return inItem === undefined ? null : { item: inItem.item, name: inItem.name, title: inItem.title };
}

/** Between the steps of one item its name says nothing. */
function titleBeside({ step: { title, inItem } }: StepReading, beside: StepReading): string {
  return inItem !== undefined && inItem.item === beside.step.inItem?.item ? inItem.title : title;
}

function loadingFlow(entry: RunEntry, space: SpaceSnapshot): FlowView {
  const { summary } = entry;
  const { access } = space;
  const empty = { ...emptyFlow(entry.run, 'loading', summary?.title ?? entry.title), access };
  if (summary === null) return { ...empty, damagedEntries: entry.damagedEntries };
  const people = makePeopleDirectory(space.me, space.people);
  const { status, segments, done, total } = summary;
  return {
    ...empty,
    status,
    segments,
    done,
    total,
    people: summary.people.flatMap((person) => people.find(person) ?? []),
    damagedEntries: entry.damagedEntries,
  };
}

function emptyFlow(run: RunId, availability: FlowView['availability'], title: string): FlowView {
  return {
    kind: 'flow',
    run,
    availability,
    title,
    status: 'notStarted',
    followUps: [],
    follows: null,
    facts: [],
    checks: [],
    notices: [],
    sections: [],
    itemLists: [],
    conductor: null,
    undo: [],
    undoIfCancelled: [],
    ending: null,
    access: 'alone',
    planFlags: [],
    rivalDues: [],
    planOffer: 0,
    ...noGuests,
    rows: [],
    lanes: 0,
    segments: [],
    done: 0,
    total: 0,
    people: [],
    lastDueAt: null,
    lateCount: 0,
    newerEvents: 0,
    damagedEntries: 0,
  };
}
