/**
 * Small questions about unknown JSON, from which the decoders are built. None of them throws.
 */
export type JsonObject = Readonly<Record<string, unknown>>;
export type Check = (value: unknown) => boolean;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own field only: a payload must not reach `constructor` or `__proto__` through its prototype. */
export function fieldOf(object: JsonObject, name: string): unknown {
  const field = object[name];
  return field === undefined || Object.hasOwn(object, name) ? field : undefined;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isNatural(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** The field may be absent; `undefined` counts as absent. */
export function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

export function arrayOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function mapOf(check: Check): Check {
  return (value) => isObject(value) && Object.values(value).every(check);
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value) => typeof value === 'string' && allowed.includes(value);
}

/** Every named field passes its check. Further fields are let through: a newer writer may add some. */
export function shape(fields: Readonly<Record<string, Check>>): Check {
  const needed = Object.entries(fields).filter(([, check]) => !check(undefined));
  const names = needed.map(([name]) => name);
  const checks = needed.map(([, check]) => check);
  // Most fields of most values are absent: those that may be are looked for only where there are more.
  const others = new Map(Object.entries(fields).filter(([, check]) => check(undefined)));
  return (value) => {
    if (!isObject(value)) return false;
    for (let index = 0; index < names.length; index++)
      if (!(checks[index] as Check)(fieldOf(value, names[index] as string))) return false;
    if (others.size === 0) return true;
    // Walked, not listed: a list of names would be made for every value that is read.
    for (const name in value) {
      const check = others.get(name);
      if (check !== undefined && !check(fieldOf(value, name))) return false;
    }
    return true;
  };
}

/** A union told apart by its `kind`. */
export function kinds(variants: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return false;
    const kind = fieldOf(value, 'kind');
    return isText(kind) && Object.hasOwn(variants, kind) && variants[kind]?.(value) === true;
  };
}
