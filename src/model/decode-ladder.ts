/** What rungs and rules for trying again must look like. */
import { arrayOf, type Check, oneOf, shape } from './json-shape.ts';
import { rungActions, rungOrigins } from './ladder.ts';

/** Ten years: longer than anything stalls, short enough for arithmetic on instants. */
const longestDelay = 5_256_000;
/** A ladder that is longer tells nobody anything. */
const mostRungs = 20;
const mostAttempts = 100;

function wholeFrom(lowest: number, highest: number): Check {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= lowest && (value as number) <= highest;
}

const areRungs = arrayOf(
  shape({ from: oneOf(...rungOrigins), after: wholeFrom(0, longestDelay), action: oneOf(...rungActions) }),
);

/** An empty ladder is one too: nobody is told anything. */
export const isLadder: Check = (value) => areRungs(value) && (value as unknown[]).length <= mostRungs;

const hasRetryShape = shape({
  attempts: wholeFrom(1, mostAttempts),
  firstDelay: wholeFrom(1, longestDelay),
  maxDelay: wholeFrom(1, longestDelay),
});

export const isRetryRule: Check = (value) =>
  hasRetryShape(value) &&
  (value as { firstDelay: number }).firstDelay <= (value as { maxDelay: number }).maxDelay;
