/** The anchor date that a start proposes: the next day of what mostly comes weekly, else far enough off that nothing is late at once. */
import type { LocalDate } from '../../../model/fact.ts';
import type { RepeatPattern } from '../../../model/repeat-pattern.ts';
import type { WorkflowDefinition } from '../../../model/workflow.ts';

const farDays = 21;

type Planned = Pick<WorkflowDefinition, 'facts' | 'steps'>;
const dayMs = 86_400_000;
/** As RFC 5545 names them; Sunday is JavaScript's 0. */
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** `dateOf`: the day of an instant where the reader is; `now` in milliseconds since 1970. */
export function proposeAnchor(
  dateOf: (at: number) => LocalDate,
  now: number,
  repeat: RepeatPattern | undefined,
  plan: Planned,
): LocalDate {
  if (repeat?.kind === 'weekly')
    for (let days = 0; days < 7; days++) {
      const date = dateOf(now + days * dayMs);
      const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()];
      if (weekday !== undefined && repeat.days.includes(weekday)) return date;
    }
  return dateOf(now + daysAhead(plan) * dayMs);
}

/** Three weeks, or more where something is due longer before. */
function daysAhead({ facts, steps }: Planned): number {
  const anchor = facts.find((fact) => fact.anchor === true)?.id;
  return steps.reduce(
    (most, { due }) => (due?.kind === 'offset' && due.from === anchor ? Math.max(most, 1 - due.days) : most),
    farDays,
  );
}
