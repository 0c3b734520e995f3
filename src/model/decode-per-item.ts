/** Shapes of what a section may say of itself: its items, the places of their steps, what is done at the same time. */
import type { ItemId } from './ids.ts';
import { arrayOf, isBoolean, isFilledText, kinds, oneOf, optional, shape, type Check } from './json-shape.ts';

/** No list of a household is longer. */
const mostItems = 1000;

/** Keys join items with dots and put them between slashes. */
export function isItemId(value: unknown): value is ItemId {
  return isFilledText(value) && !/[./]/.test(value);
}

/** A step of the plan, or its place in an item: `step` or `step/item`. */
export function isPlaceId(value: unknown): boolean {
  return isFilledText(value) && /^[^/]+(\/[^/.]+)?$/.test(value);
}

const isItem = shape({ id: isItemId, name: isFilledText });

export const isItemList: Check = (value) =>
  arrayOf(isItem)(value) && (value as readonly unknown[]).length <= mostItems;

const isCount: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= mostItems;

export const isTogetherRule = kinds({
  oneAtATime: () => true,
  apartFrom: shape({ sections: arrayOf(isFilledText) }),
  firstBegun: () => true,
});

export const isPerItem = shape({
  name: isFilledText,
  items: oneOf('design', 'start', 'growing'),
  known: optional(isItemList),
  wait: kinds({
    all: () => true,
    count: shape({ count: isCount, cancelRest: optional(isBoolean) }),
    none: () => true,
  }),
});
