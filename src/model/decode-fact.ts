/** Reads fact values that come from disk, wire or a file. Total, never throws. */
import { isFilledText, isFiniteNumber, isText, kinds, shape, type Check } from './json-shape.ts';
import type { FactKind } from './fact.ts';
import { isLocalDate } from './local-date.ts';

const checkByKind: Readonly<Record<FactKind, Check>> = {
  text: shape({ text: isText }),
  number: shape({ number: isFiniteNumber }),
  money: shape({ amount: isFiniteNumber, currency: (value) => isText(value) && /^[A-Z]{3}$/.test(value) }),
  date: shape({ date: isLocalDate }),
  // Beyond this no Date exists.
  instant: shape({ at: (at) => isFiniteNumber(at) && Math.abs(at) <= 8.64e15, zone: isFilledText }),
  duration: shape({ minutes: isFiniteNumber }),
  place: shape({ place: isText }),
  person: shape({ person: isFilledText }),
  choice: shape({ choice: isFilledText }),
  link: shape({ url: isText }),
  file: shape({ name: isText }),
};

export const factKinds = Object.keys(checkByKind) as readonly FactKind[];

export const isFactValue: Check = kinds(checkByKind);
