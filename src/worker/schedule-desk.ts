/**
 * Starts what is due by a schedule, in every space that this device may change.
 *
 * Every open tab of every device does so by itself, and all of them start the same run: its id and every
 * byte of its events follow from the schedule and the slot [E7], so a run that several started is one.
 * What a device starts hangs on what it knows, so one that could be in step first waits a little to be.
 * Nothing is loaded and nothing is asked as long as there is no schedule.
 */
import { computeDueSlots, type StartedSlot } from '../engine/schedule/due-slots.ts';
import { isMember } from '../model/access.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { LocalDate } from '../model/fact.ts';
import type { RunId, ScheduleId } from '../model/ids.ts';
import type { Schedule, Slot } from '../model/schedule.ts';
import { readScheduledRuns, readSchedules, type ScheduledRun } from '../store/space-schedules.ts';
import { decodeRunSummary } from '../views/decode-run-summary.ts';
import type { ScheduleEntry, ScheduleProblem } from '../views/space-snapshot.ts';
import { makeOneAtATime } from './one-at-a-time.ts';
import { listNextSlots, listSlots } from './recurrence.ts';
import type { SpaceSession } from './space-session.ts';
import type { StartPatience } from './start-patience.ts';
import { makeStartProblems } from './start-problems.ts';

export interface ScheduleDesk {
  /** Something changed, or it is time: looks again at every schedule. Cheap where nothing came of it. */
  refresh(): void;
  /** The next slot of any schedule, or when this device stops waiting for others; milliseconds since 1970. */
  nextWakeAt(): number | null;
  /** The schedules of a space as screens show them. */
  entriesOf(session: SpaceSession): readonly ScheduleEntry[];
  close(): void;
}

export interface ScheduleDeskOptions {
  readonly now: () => number;
  readonly sessions: () => readonly SpaceSession[];
  readonly start: (session: SpaceSession, schedule: Schedule, slot: Slot) => Promise<ScheduleProblem | null>;
  readonly patience: StartPatience;
  readonly onChange: () => void;
}

/** What is known of one schedule's slots, for as long as it stays as it is. */
interface Plan {
  /** What it was worked out from. */
  readonly of: string;
  /** Past ones since the last that was started, as far as `next`. */
  readonly past: readonly Slot[];
  readonly upcoming: readonly Slot[];
  readonly workedOutAt: number;
}

/** As many as a screen tells. */
const shownAhead = 3;
/** More past slots than anybody makes up for. */
const mostPast = 2000;

export function makeScheduleDesk(options: ScheduleDeskOptions): ScheduleDesk {
  const { now, onChange, patience } = options;
  const { isReady, waitsUntil } = patience;
  const plans = new Map<string, Plan>();
  const problems = makeStartProblems();
  let closed = false;

  const keyOf = (session: SpaceSession, id: ScheduleId): string => `${session.id}/${id}`;

  async function planOf(
    session: SpaceSession,
    schedule: Schedule,
    runs: readonly ScheduledRun[],
  ): Promise<Plan> {
    const key = keyOf(session, schedule.id);
    const holidays = session.context().holidays ?? [];
    const last = runs.reduce<LocalDate>((latest, { date }) => (date > latest ? date : latest), '');
    const { rule, zone, since = null } = schedule;
    const of = canonicalJson({ rule, zone, since, holidays, last });
    const known = plans.get(key);
    const time = now();
    const next = known?.upcoming[0];
    // A clock that was set back makes what was past be to come.
    const isCurrent = (next === undefined || next.at > time) && (known?.workedOutAt ?? Infinity) <= time;
    if (known?.of === of && isCurrent) return known;
    const after = Math.max(since ?? -Infinity, Date.parse(`${last || rule.from}T00:00:00Z`) - dayMs);
    const [past, ahead] = await Promise.all([
      listSlots(schedule, holidays, { after, until: time, most: mostPast }),
      listNextSlots(schedule, holidays, time, shownAhead + 1),
    ]);
    const plan = {
      of,
      past: past.filter(({ date }) => date > last),
      // One that was started before its time is not to come any more.
      upcoming: ahead.filter(({ date }) => date > last).slice(0, shownAhead),
      workedOutAt: time,
    };
    plans.set(key, plan);
    return plan;
  }

  async function look(
    session: SpaceSession,
    schedule: Schedule,
    runs: readonly ScheduledRun[],
  ): Promise<void> {
    const plan = await planOf(session, schedule, runs);
    const { start } = computeDueSlots(schedule, plan.past, startedOf(runs), now());
    const key = keyOf(session, schedule.id);
    for (const slot of start) {
      const of = canonicalJson({ schedule, date: slot.date });
      if (closed || problems.isKnown(key, of) || !isReady(session)) return;
      const problem = await options.start(session, schedule, slot);
      problems.note(key, of, problem);
      onChange();
      if (problem !== null) return;
    }
  }

  async function lookAround(): Promise<void> {
    let changed = false;
    for (const session of options.sessions()) {
      if (!isMember(session.access())) continue;
      const schedules = readSchedules(session.document.doc);
      if (schedules.length === 0) continue;
      waitsUntil(session);
      const runs = runsBySchedule(session);
      for (const schedule of schedules) {
        if (closed) return;
        const before = plans.get(keyOf(session, schedule.id));
        await look(session, schedule, runs.get(schedule.id) ?? []);
        changed ||= before !== plans.get(keyOf(session, schedule.id));
      }
    }
    if (changed && !closed) onChange();
  }

  return {
    refresh: makeOneAtATime(lookAround, () => closed),
    nextWakeAt: () => {
      let earliest: number | null = null;
      for (const session of options.sessions()) {
        if (!isMember(session.access())) continue;
        for (const schedule of readSchedules(session.document.doc)) {
          const plan = plans.get(keyOf(session, schedule.id));
          const waits =
            isReady(session) || plan === undefined || plan.past.length === 0
              ? undefined
              : waitsUntil(session);
          for (const at of [plan?.upcoming[0]?.at, waits])
            if (at !== undefined) earliest = Math.min(earliest ?? at, at);
        }
      }
      return earliest;
    },
    entriesOf: (session) => {
      if (!hasSchedules(session)) return [];
      const runs = runsBySchedule(session);
      return readSchedules(session.document.doc).map((schedule): ScheduleEntry => {
        const key = keyOf(session, schedule.id);
        const plan = plans.get(key);
        const started = runs.get(schedule.id) ?? [];
        const due = computeDueSlots(schedule, plan?.past ?? [], startedOf(started), now());
        return {
          schedule,
          upcoming: plan === undefined ? null : plan.upcoming.map(({ at }) => at),
          held: due.held?.at ?? null,
          running: latestOpen(started),
          problem: problems.of(key),
        };
      });
    },
    close: () => {
      closed = true;
    },
  };
}

const dayMs = 86_400_000;

function hasSchedules(session: SpaceSession): boolean {
  return readSchedules(session.document.doc).length > 0;
}

function runsBySchedule(session: SpaceSession): ReadonlyMap<ScheduleId, readonly ScheduledRun[]> {
  return Map.groupBy(readScheduledRuns(session.document.doc), ({ schedule }) => schedule);
}

function endedAt({ summary }: ScheduledRun): number | null {
  const ended = decodeRunSummary(summary);
  return ended === null ? null : (ended.endedAt ?? 0);
}

function startedOf(runs: readonly ScheduledRun[]): readonly StartedSlot[] {
  return runs.map((run) => ({ date: run.date, endedAt: endedAt(run) }));
}

function latestOpen(runs: readonly ScheduledRun[]): RunId | null {
  const open = runs.filter((run) => endedAt(run) === null);
  return open.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0]?.run ?? null;
}
