/** Up and down through the rows of the screen: what a row opens takes the focus, and Enter opens it. */
import { isShown } from '../../is-shown.ts';

const stops = '[data-stop]';

function findStops(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`main ${stops}`)].filter(isShown);
}

/** False where there are no rows. */
export function moveInList(by: 1 | -1): boolean {
  const rows = findStops();
  const row = document.activeElement?.closest('li');
  const at = rows.findIndex((stop) => stop === document.activeElement || (row?.contains(stop) ?? false));
  const from = at === -1 ? (by === 1 ? -1 : rows.length) : at;
  const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))];
  if (next === undefined) return false;
  next.focus();
  next.scrollIntoView?.({ block: 'nearest' });
  return true;
}
