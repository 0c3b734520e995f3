/** Runs in the page: texts that cannot be read whole by scrolling, and texts that lie over each other. */
export function findCutTexts(): readonly string[] {
  /** How far letters may stand over their line box, px. */
  const slack = 4;
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  const found = new Set<string>();
  const read: { readonly text: string; readonly box: DOMRect; readonly owner: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const owner = node.parentElement;
    const text = (node.nodeValue ?? '').trim();
    if (owner === null || text === '' || owner.closest('script, style, option, textarea, svg') !== null)
      continue;
    if (!owner.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const how = boxes.length === 0 ? null : look(owner, boxes);
    if (how === 'hidden') continue;
    if (how !== null) found.add(`${how}: “${text.slice(0, 80)}” in ${tell(owner)}`);
    // What was just said goes by itself.
    if (owner.closest('[role="status"], [role="alert"]') !== null) continue;
    for (const whole of boxes) {
      const box = seenPart(owner, whole);
      if (box !== null) read.push({ text, box, owner });
    }
  }
  for (const field of document.querySelectorAll('input, select')) {
    if (!field.checkVisibility({ visibilityProperty: true })) continue;
    const words =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.label ?? '')
        : field instanceof HTMLInputElement && field.value === ''
          ? field.placeholder
          : '';
    const style = getComputedStyle(field);
    if (style.textOverflow === 'ellipsis') continue;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (room > 2 && widthOf(words, style) > room + 1) found.add(`cut in its field: “${words.slice(0, 80)}”`);
  }
  for (const [index, one] of read.entries())
    for (const other of read.slice(index + 1))
      if (one.owner !== other.owner && lieOver(one.box, other.box))
        found.add(`over each other: “${one.text.slice(0, 60)}” and “${other.text.slice(0, 60)}”`);
  return [...found];

  /** `hidden`: not there for the eye at all. */
  function look(owner: Element, boxes: readonly DOMRect[]): string | null {
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const control = owner.closest('button, a, label, [role="tab"], [role="menuitem"]');
    let how: string | null = null;
    /** What scrolls brings into view whatever is further out. */
    let scrollsX = false;
    let scrollsY = false;
    for (
      let each: Element | null = owner;
      each !== null && each !== document.body;
      each = each.parentElement
    ) {
      const style = getComputedStyle(each);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const box = each.getBoundingClientRect();
      if (style.clipPath !== 'none' && box.width <= 2) return 'hidden';
      if (each === control && style.overflowX === 'visible' && how === null)
        if (right > box.right + 1 || left < box.left - 1) how = 'over the edge of its button';
      // A map is moved about under the finger.
      if (style.touchAction === 'none') [scrollsX, scrollsY] = [true, true];
      const cutsX = !scrollsX && ['hidden', 'clip'].includes(style.overflowX);
      const cutsY = !scrollsY && ['hidden', 'clip'].includes(style.overflowY);
      if ((cutsX || cutsY) && (box.width <= 2 || box.height <= 2)) return 'hidden';
      const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (isShortened && cutsX) return how;
      if (cutsX && (right > box.right + 1 || left < box.left - 1)) how ??= 'cut at its side';
      if (cutsY && (bottom > box.bottom + slack || top < box.top - slack)) how ??= 'cut below';
      scrollsX ||= ['auto', 'scroll'].includes(style.overflowX) && each.scrollWidth > each.clientWidth;
      scrollsY ||= ['auto', 'scroll'].includes(style.overflowY);
      if (style.position === 'fixed') break;
    }
    if (!scrollsX && (right > innerWidth + 1 || left < -1)) how ??= 'over the side';
    return how;
  }

  /** What floats lies over other things by nature; what is under a sheet or cut off on purpose is not to be read. */
  function seenPart(owner: Element, whole: DOMRect): DOMRect | null {
    if (open !== undefined && !open.contains(owner)) return null;
    let { left, right, top, bottom } = whole;
    for (let each: Element | null = owner; each !== null && each !== open; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (['fixed', 'sticky'].includes(style.position) || style.opacity === '0') return null;
      if (each.matches('[popover]')) return null;
      const frame = each.getBoundingClientRect();
      if (style.overflowX !== 'visible' && style.display !== 'inline') {
        left = Math.max(left, frame.left);
        right = Math.min(right, frame.right);
      }
      if (style.overflowY !== 'visible' && style.display !== 'inline') {
        top = Math.max(top, frame.top);
        bottom = Math.min(bottom, frame.bottom);
      }
      if (right - left < 1 || bottom - top < whole.height / 2) return null;
    }
    return new DOMRect(left, top, right - left, bottom - top);
  }

  function lieOver(one: DOMRect, other: DOMRect): boolean {
    const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return wide > 3 && high > Math.min(one.height, other.height) / 3;
  }

  function widthOf(words: string, style: CSSStyleDeclaration): number {
    const pen = document.createElement('canvas').getContext('2d');
    if (pen === null) return 0;
    pen.font = style.font;
    return pen.measureText(words).width;
  }

  function tell(element: Element): string {
    return element.outerHTML.slice(0, 100);
  }
}
