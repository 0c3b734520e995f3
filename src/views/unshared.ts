/**
 * A copy in which no object stands in two places. What is sent to the page stays the same object there for as long
 * as it lives and is changed in place: two steps that share one, as those of a shipped workflow do, would change
 * each other.
 */
export function unshared<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
