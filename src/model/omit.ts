/** A copy without the named fields: what is absent and what is `undefined` are two things. */
export function omit<Value extends object, Key extends keyof Value>(
  value: Value,
  ...names: readonly Key[]
): Omit<Value, Key> {
  const copy = { ...value };
  for (const name of names) delete copy[name];
  return copy;
}
