/**
 * Runs in the page, with forced colours: what only its ground set apart before, and nothing sets apart now that every
 * ground is the same. `grounds`: what `readGrounds` found while colours were the app's own.
 */
export function readGrounds(): readonly boolean[] {
  return [...document.querySelectorAll('button, a[href], input, select, textarea')].map((control) => {
    // The way past the navigation is there only while it has the focus, and that is drawn around it.
    if (control.getAttribute('href') === '#main') return false;
    const own = getComputedStyle(control).backgroundColor;
    // A line that is a shadow goes as well.
    if (getComputedStyle(control).boxShadow !== 'none') return true;
    if (own === 'rgba(0, 0, 0, 0)') return false;
    for (let each = control.parentElement; each !== null; each = each.parentElement) {
      const under = getComputedStyle(each).backgroundColor;
      if (under !== 'rgba(0, 0, 0, 0)') return under !== own;
    }
    return true;
  });
}

export function findUnbounded(grounds: readonly boolean[]): readonly string[] {
  const controls = [...document.querySelectorAll('button, a[href], input, select, textarea')];
  const unbounded = controls
    .filter((_, index) => grounds[index] === true)
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((control) => !isBounded(control) && !isBounded(control.closest('label')));
  const unmarked = [
    ...document.querySelectorAll(
      '[aria-selected="true"], [aria-current]:not([aria-current="false"]), [aria-pressed="true"], input:checked',
    ),
  ]
    .filter((chosen) => chosen.checkVisibility({ visibilityProperty: true }))
    // What the browser draws it marks by itself.
    .filter(
      (chosen) => !(chosen instanceof HTMLInputElement) || getComputedStyle(chosen).appearance === 'none',
    )
    .filter((chosen) => {
      const other = siblingOf(chosen);
      return other !== undefined && looks(chosen) === looks(other);
    });
  return [
    ...unbounded.map((control) => `no boundary: ${control.outerHTML.slice(0, 140)}`),
    ...unmarked.map((chosen) => `looks like what is not chosen: ${chosen.outerHTML.slice(0, 140)}`),
  ];

  function isBounded(element: Element | null): boolean {
    if (element === null) return false;
    return ['', '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      const isDrawn = part === '' || style.content !== 'none';
      const hasBorder =
        Number.parseFloat(style.borderBlockEndWidth) > 0 && style.borderBlockEndStyle !== 'none';
      const hasOutline = Number.parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
      return isDrawn && (hasBorder || hasOutline);
    });
  }

  /** One of the same kind beside it that is not chosen. */
  function siblingOf(chosen: Element): Element | undefined {
    const attribute = ['aria-selected', 'aria-current', 'aria-pressed'].find((name) =>
      chosen.hasAttribute(name),
    );
    const group = chosen.closest('[role="tablist"], [role="listbox"], fieldset, nav, ul, ol');
    return [...(group?.querySelectorAll(chosen.tagName) ?? [])].find((other) => {
      if (other === chosen || other.className !== chosen.className || !other.checkVisibility()) return false;
      if (other instanceof HTMLInputElement) return !other.checked;
      const value = attribute === undefined ? null : other.getAttribute(attribute);
      return value === null || value === 'false';
    });
  }

  /** Everything of it, and of its label, that colours alone do not make: lines, weights, marks. */
  function looks(element: Element): string {
    const whole = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
    return [whole, ...whole.querySelectorAll('*')]
      .flatMap((each) => ['', '::before', '::after'].map((part) => getComputedStyle(each, part)))
      .map((style) =>
        [
          style.borderBlockEndStyle,
          style.borderBlockEndWidth,
          style.borderBlockEndColor,
          style.outlineStyle,
          style.outlineWidth,
          style.backgroundColor,
          style.color,
          style.content,
          style.fontWeight,
          style.textDecorationLine,
          style.fill,
          style.display,
          style.opacity,
          style.transform,
        ].join(' '),
      )
      .join('|');
  }
}
