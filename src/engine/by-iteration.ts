/**
 * What there is of each iteration of a step. Nearly all steps are passed through once, so the first has
 * a place of its own and a map is made only for the others.
 */
export interface ByIteration<Value> {
  first: Value | undefined;
  others: Map<number, Value> | null;
}

export function createByIteration<Value>(): ByIteration<Value> {
  return { first: undefined, others: null };
}

export function getIteration<Value>(table: ByIteration<Value>, iteration: number): Value | undefined {
  return iteration === 1 ? table.first : table.others?.get(iteration);
}

export function setIteration<Value>(table: ByIteration<Value>, iteration: number, value: Value): void {
  if (iteration === 1) table.first = value;
  else {
    table.others ??= new Map();
    table.others.set(iteration, value);
  }
}

/** In no order. */
export function iterationsOf<Value>(table: ByIteration<Value>): readonly number[] {
  const later = table.others === null ? none : [...table.others.keys()];
  return table.first === undefined ? later : later.length === 0 ? onlyFirst : [1, ...later];
}

const none: readonly number[] = [];
const onlyFirst: readonly number[] = [1];
