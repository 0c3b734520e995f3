/** A whole number as it was typed; null when it is none, or less than the least. */
export function wholeNumber(typed: string, least: number): number | null {
  const number = /^\s*\d{1,6}\s*$/.test(typed) ? Number(typed) : null;
  return number === null || number < least ? null : number;
}
