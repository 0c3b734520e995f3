/**
 * What a person is told once, as the screens show it.
 */
import type { Notice } from '../engine/notice.ts';
import { computeNotices } from '../engine/notices.ts';
import type { ConflictSide } from '../engine/run-state.ts';
import type { PersonId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { toMovedStep } from './compute-moved-steps.ts';
import type { NoticeView } from './fact-view.ts';
import { type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { PersonView } from './shared.ts';
import type { ConflictSideView } from './step-view.ts';
import { placeOf } from '../model/place.ts';

/** Kept as long as the reading is: two screens ask for them, and only a change of the run changes them. */
const noticesByReading = new WeakMap<RunReading, readonly NoticeView[]>();

/** Mine in this run, newest first; nothing while nobody said who holds the device. */
export function computeNoticeViews(run: RunReading): readonly NoticeView[] {
  const { me } = run.people;
  if (me === null) return [];
  const known = noticesByReading.get(run);
  if (known !== undefined) return known;
  const made = computeNotices(run.state, me)
    .flatMap((notice) => toNoticeView(run, notice) ?? [])
    .sort((a, b) => b.at - a.at);
  noticesByReading.set(run, made);
  return made;
}

function toNoticeView(run: RunReading, notice: Notice): NoticeView | null {
  const { state, people } = run;
  const { alert, at } = notice;
  const common = { alert, at, run: run.run, runTitle: state.title };
  if (notice.kind === 'factMoved') {
    const definition = state.facts.get(notice.fact)?.definition;
    if (definition === undefined) return null;
    const { id, name, kind, options = [] } = definition;
    return {
      ...common,
      kind: 'factMoved',
      fact: { fact: id, name, kind, options },
      was: notice.was,
      now: notice.now,
      by: people.find(notice.by),
      moved: notice.moved.flatMap((moved) => {
        const reading = findReading(run, moved.key);
        return reading === null ? [] : [toMovedStep(reading, moved)];
      }),
      checks: notice.checks.flatMap((key) => {
        const reading = findReading(run, key);
        return reading === null ? [] : [stepToRef(reading)];
      }),
    };
  }
  const reading = findReading(run, notice.key);
  if (reading === null) return null;
  const by: readonly PersonId[] = notice.kind === 'goesToAnother' ? [notice.holder] : notice.by;
  if (notice.kind === 'didItsPart')
    return {
      ...common,
      kind: notice.kind,
      step: stepToRef(reading),
      did: run.stepById.get(notice.did)?.step.title ?? notice.did,
      by: toPeople(run, by),
    };
  return {
    ...common,
    kind: notice.kind,
    step: stepToRef(reading),
    mine: notice.kind === 'overruled' ? sideToVerdict(notice.mine) : null,
    by: toPeople(run, by),
  };
}

function toPeople({ people }: RunReading, by: readonly PersonId[]): readonly PersonView[] {
  return by.flatMap((person) => people.find(person) ?? []);
}

/** Notices speak of the current pass of a step. */
function findReading(run: RunReading, key: OccurrenceKey): StepReading | null {
  const found = run.state.occurrences.get(key);
  return found === undefined ? null : (run.stepById.get(placeOf(found.occurrence)) ?? null);
}

export function sideToVerdict(side: Pick<ConflictSide, 'type'>): ConflictSideView['verdict'] {
  switch (side.type) {
    case 'step.completed/2':
      return 'completed';
    case 'step.failed/1':
      return 'failed';
    case 'step.skipped/1':
      return 'skipped';
    case 'step.cancelled/1':
      return 'cancelled';
    case 'step.reopened/1':
      return 'reopened';
  }
}
