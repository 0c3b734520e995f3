/** Reads schedules that come from a document. Total; further fields are let through. */
import { isItemList } from './decode-per-item.ts';
import {
  type Check,
  isBoolean,
  isFilledText,
  isFiniteNumber,
  isText,
  kinds,
  mapOf,
  oneOf,
  optional,
  shape,
} from './json-shape.ts';
import { isLocalDate, isLocalTime } from './local-date.ts';
import { catchUps, overlaps, type Schedule } from './schedule.ts';

const longestRule = 500;
const farthestDays = 3660;

/**
 * RFC 5545's grammar as far as it is about days. One a day at most: whatever names hours, or repeats
 * within a day, is no rule of ours, nor is anything that carries a line of its own.
 */
export function isRecurrenceRule(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestRule) return false;
  const parts = value.split(';').map((part) => part.split('='));
  const names = parts.map(([name]) => name);
  return (
    new Set(names).size === names.length &&
    names.includes('FREQ') &&
    !(names.includes('UNTIL') && names.includes('COUNT')) &&
    parts.every(
      ([name = '', text, ...rest]) => rest.length === 0 && (partChecks.get(name)?.test(text ?? '') ?? false),
    )
  );
}

const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';
const numbers = /^[+-]?\d{1,3}(?:,[+-]?\d{1,3})*$/;
const partChecks: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d{0,3}$/],
  ['COUNT', /^[1-9]\d{0,3}$/],
  ['UNTIL', /^\d{8}(?:T\d{6}Z?)?$/],
  ['BYDAY', new RegExp(`^(?:[+-]?\\d{1,2})?${weekday}(?:,(?:[+-]?\\d{1,2})?${weekday})*$`)],
  ['BYMONTHDAY', numbers],
  ['BYYEARDAY', numbers],
  ['BYWEEKNO', numbers],
  ['BYMONTH', /^\d{1,2}(?:,\d{1,2})*$/],
  ['BYSETPOS', numbers],
  ['WKST', new RegExp(`^${weekday}$`)],
]);

const isNth: Check = (value) => Number.isSafeInteger(value) && value !== 0 && Math.abs(value as number) <= 23;
const isDayOffset: Check = (value) =>
  Number.isSafeInteger(value) && Math.abs(value as number) <= farthestDays;

const isRule = kinds({
  rrule: shape({ rrule: isRecurrenceRule, from: isLocalDate, time: isLocalTime }),
  workingDay: shape({ nth: isNth, from: isLocalDate, time: isLocalTime }),
});

const isSchedule = shape({
  id: isFilledText,
  workflow: isFilledText,
  title: isText,
  rule: isRule,
  zone: isFilledText,
  catchUp: oneOf(...catchUps),
  overlap: oneOf(...overlaps),
  parts: mapOf(isFilledText),
  facts: optional(mapOf(isDayOffset)),
  items: optional(mapOf(isItemList)),
  conductor: isFilledText,
  paused: optional(isBoolean),
  since: optional(isFiniteNumber),
});

/** Null when it is none. */
export function decodeSchedule(value: unknown): Schedule | null {
  return isSchedule(value) ? (value as Schedule) : null;
}
