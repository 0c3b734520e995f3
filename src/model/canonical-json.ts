/**
 * Canonical JSON: one text for one value, whatever the order of its keys. Used to compare the content
 * of two events of one id [E7] and as the input of a workflow version's content hash.
 *
 * Invariants: keys in code-unit order; `undefined` members are left out as JSON does; what JSON cannot
 * say (NaN, functions) is `null`. Depth costs heap, not stack, so a hostile nesting cannot overflow it.
 */
type Task =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: unknown };

export function canonicalJson(value: unknown): string {
  const parts: string[] = [];
  const tasks: Task[] = [{ kind: 'value', value }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (task.kind === 'text') parts.push(task.text);
    else if (Array.isArray(task.value)) pushReversed(tasks, arrayTasks(task.value));
    else if (typeof task.value === 'object' && task.value !== null)
      pushReversed(tasks, objectTasks(task.value));
    else parts.push(scalarText(task.value));
  }
  return parts.join('');
}

function scalarText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  return 'null';
}

function arrayTasks(values: readonly unknown[]): Task[] {
  const tasks: Task[] = [text('[')];
  values.forEach((value, index) => {
    if (index > 0) tasks.push(text(','));
    tasks.push({ kind: 'value', value });
  });
  tasks.push(text(']'));
  return tasks;
}

function objectTasks(object: object): Task[] {
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const tasks: Task[] = [text('{')];
  members.forEach(([key, value], index) => {
    tasks.push(text(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`), { kind: 'value', value });
  });
  tasks.push(text('}'));
  return tasks;
}

function text(value: string): Task {
  return { kind: 'text', text: value };
}

function pushReversed(tasks: Task[], added: readonly Task[]): void {
  for (let index = added.length - 1; index >= 0; index--) tasks.push(added[index] as Task);
}
