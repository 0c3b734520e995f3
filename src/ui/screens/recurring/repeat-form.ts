/** What a repetition's form holds, and the draft that it stands for. */
import type { LocalDate, LocalTime } from '../../../model/fact.ts';
import type { FactId, ItemId, PersonId, WorkflowId } from '../../../model/ids.ts';
import type { RepeatPattern, Weekday } from '../../../model/repeat-pattern.ts';
import type { CatchUp, Overlap, Schedule } from '../../../model/schedule.ts';
import type { WorkflowDefinition } from '../../../model/workflow.ts';
import type { ScheduleDraft } from '../../../client/household.ts';

export type RepeatKind =
  | 'daily'
  | 'weekly'
  | 'monthDay'
  | 'monthWeekday'
  | 'firstWorking'
  | 'lastWorking'
  | 'kept';

export interface RepeatForm {
  readonly title: string;
  readonly kind: RepeatKind;
  readonly every: number;
  readonly days: readonly Weekday[];
  /** Day of the month; 31 is its last. */
  readonly day: number;
  readonly nth: number;
  readonly weekday: Weekday;
  readonly time: LocalTime;
  readonly from: LocalDate;
  readonly catchUp: CatchUp;
  readonly overlap: Overlap;
  readonly conductor: PersonId | null;
  /** By part; `''` is nobody yet. */
  readonly parts: Readonly<Record<string, PersonId | ''>>;
  /** By per-item section, as typed. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Days, as typed. */
  readonly facts: Readonly<Record<FactId, string>>;
}

/** Monday first, as RFC 5545 names them; Sunday is JavaScript's 0. */
const weekOrder: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function weekdayOf(date: LocalDate): Weekday {
  return weekOrder[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
}

export interface FormStart {
  readonly title: string;
  readonly from: LocalDate;
  readonly me: PersonId | null;
  readonly pattern: RepeatPattern | null;
  readonly schedule: Schedule | null;
}

export function startForm({ title, from, me, pattern, schedule }: FormStart): RepeatForm {
  const weekday = weekdayOf(from);
  return {
    title: schedule?.title ?? title,
    every: 1,
    days: [weekday],
    day: Math.min(Number(from.slice(8)), 31),
    nth: 1,
    weekday,
    time: schedule?.rule.time ?? '09:00',
    from: schedule?.rule.from ?? from,
    catchUp: schedule?.catchUp ?? 'latest',
    overlap: schedule?.overlap ?? 'allow',
    conductor: schedule?.conductor ?? me,
    parts: schedule?.parts ?? {},
    names: Object.fromEntries(
      Object.entries(schedule?.items ?? {}).map(([section, items]) => [
        section,
        items.map((item) => item.name),
      ]),
    ),
    facts: Object.fromEntries(Object.entries(schedule?.facts ?? {}).map(([id, days]) => [id, String(days)])),
    ...patternToForm(pattern ?? { kind: 'weekly', every: 1, days: [weekday] }),
  };
}

function patternToForm(pattern: RepeatPattern): Partial<RepeatForm> & Pick<RepeatForm, 'kind'> {
  switch (pattern.kind) {
    case 'daily':
    case 'weekly':
    case 'monthDay':
      return pattern;
    case 'monthWeekday':
      return { kind: pattern.kind, every: pattern.every, nth: pattern.nth, weekday: pattern.day };
    case 'workingDay':
      if (pattern.nth === 1) return { kind: 'firstWorking' };
      return { kind: pattern.nth === -1 ? 'lastWorking' : 'kept' };
    case 'other':
      return { kind: 'kept' };
  }
}

/** `kept`: the pattern that no other kind can say. */
function formToPattern(form: RepeatForm, kept: RepeatPattern | null): RepeatPattern {
  const { kind, every } = form;
  switch (kind) {
    case 'daily':
      return { kind, every };
    case 'weekly':
      return { kind, every, days: weekOrder.filter((day) => form.days.includes(day)) };
    case 'monthDay':
      return { kind, every, day: form.day };
    case 'monthWeekday':
      return { kind, every, nth: form.nth, day: form.weekday };
    case 'firstWorking':
      return { kind: 'workingDay', nth: 1 };
    case 'lastWorking':
      return { kind: 'workingDay', nth: -1 };
    case 'kept':
      return kept ?? { kind: 'daily', every };
  }
}

/** Dates that a start has to give, so that what hangs on them is due at all. */
export function dateFactsOf(definition: WorkflowDefinition | undefined): WorkflowDefinition['facts'] {
  return (definition?.facts ?? []).filter(
    ({ kind, derived, anchor, atStart }) =>
      kind === 'date' && derived === undefined && (anchor === true || atStart === true),
  );
}

/** Lists that each start fills. */
export function namedSections({
  sections = [],
}: Pick<WorkflowDefinition, 'sections'>): NonNullable<WorkflowDefinition['sections']> {
  return sections.filter(({ perItem }) => perItem !== undefined && perItem.items !== 'design');
}

/** Null while something is missing that only a person can say. */
export function formToDraft(
  form: RepeatForm,
  workflow: WorkflowId,
  zone: string,
  kept: RepeatPattern | null,
): ScheduleDraft | null {
  const { conductor } = form;
  if (conductor === null || form.from === '' || form.time === '') return null;
  if (form.kind === 'weekly' && form.days.length === 0) return null;
  const parts: Record<string, PersonId> = {};
  for (const [part, person] of Object.entries(form.parts)) {
    if (person !== '') parts[part] = person;
  }
  const facts: Record<FactId, number> = {};
  for (const [id, days] of Object.entries(form.facts)) {
    if (/^[+-]?\d{1,4}$/.test(days.trim())) facts[id as FactId] = Number(days);
  }
  return {
    workflow,
    title: form.title.trim(),
    pattern: formToPattern(form, kept),
    from: form.from,
    time: form.time,
    zone,
    catchUp: form.catchUp,
    overlap: form.overlap,
    conductor,
    parts,
    facts,
    ...(Object.keys(form.names).length === 0 ? {} : { items: numberedItems(form.names) }),
  };
}

/** The same names are the same items, however often the form is read. */
function numberedItems(names: RepeatForm['names']): NonNullable<ScheduleDraft['items']> {
  return Object.fromEntries(
    Object.entries(names).map(([section, each]) => [
      section,
      each
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name, index) => ({ id: `each-${index + 1}` as ItemId, name })),
    ]),
  );
}
