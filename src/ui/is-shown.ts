/** Whether somebody can see it. What knows no layout shows everything. */
export function isShown(element: Element): boolean {
  return typeof element.checkVisibility !== 'function' || element.checkVisibility();
}
