/** The weeks that are one tap away, and which of them a week is. */
import type { Person } from '../../../model/person.ts';

export type Week = NonNullable<Person['workingHours']>;
export type WeekKind = 'always' | 'office' | 'own';

const officeDay = { from: '09:00', to: '17:00' } as const;

export const officeWeek: Week = [officeDay, officeDay, officeDay, officeDay, officeDay, null, null];

export function kindOfWeek(week: Week | undefined): WeekKind {
  if (week === undefined) return 'always';
  const isOffice = officeWeek.every((day, index) => {
    const other = week[index] ?? null;
    return day === null ? other === null : day.from === other?.from && day.to === other.to;
  });
  return isOffice ? 'office' : 'own';
}
