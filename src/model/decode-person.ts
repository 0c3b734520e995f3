/** What is said about a person, a role, and the part of a space that a run carries. */
import { arrayOf, isBoolean, isFilledText, isText, nullable, optional, shape } from './json-shape.ts';
import { isLocalDate, isLocalTime } from './local-date.ts';
import { personColours } from './person.ts';

const isDailyHours = shape({ from: isLocalTime, to: isLocalTime });
const isWeek = arrayOf(nullable(isDailyHours));

/** What may be said of a person besides name and colour, each by its field. */
export const personFieldChecks = {
  zone: optional(isText),
  outside: optional(isBoolean),
  channels: optional(shape({ phone: optional(isText), text: optional(isText), mail: optional(isText) })),
  quiet: optional(isDailyHours),
  workingHours: optional((value) => isWeek(value) && (value as readonly unknown[]).length === 7),
  away: optional(arrayOf(shape({ from: isLocalDate, to: isLocalDate, coveredBy: optional(isFilledText) }))),
} as const;

export const isRunContext = shape({
  people: arrayOf(
    shape({
      id: isFilledText,
      name: isText,
      colour: (value) => (personColours as readonly unknown[]).includes(value),
      ...personFieldChecks,
    }),
  ),
  zone: isText,
  roles: optional(arrayOf(shape({ id: isFilledText, name: isText, people: arrayOf(isFilledText) }))),
  holidays: optional(arrayOf(isLocalDate)),
});
