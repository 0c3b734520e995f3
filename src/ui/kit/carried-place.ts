/**
 * Where somebody is in a piece of the page that is about to be carried to another place: what has the focus, how far
 * its parts are scrolled, and which sheets stand over it. All of that ends when nodes are moved.
 */
export interface CarriedPlace {
  readonly focused: HTMLElement | null;
  readonly scrolled: readonly { readonly part: Element; readonly top: number }[];
  readonly sheets: readonly HTMLDialogElement[];
}

export function takePlace(content: HTMLElement): CarriedPlace {
  const active = document.activeElement;
  return {
    focused: active instanceof HTMLElement && content.contains(active) ? active : null,
    scrolled: [...content.querySelectorAll('*')].flatMap((part) =>
      part.scrollTop > 0 ? [{ part, top: part.scrollTop }] : [],
    ),
    sheets: [...content.querySelectorAll<HTMLDialogElement>('dialog[open]')],
  };
}

export function putBack({ focused, scrolled, sheets }: CarriedPlace): void {
  // Over what was opened just now, and modal again.
  for (const sheet of sheets) {
    sheet.close();
    sheet.showModal();
  }
  for (const { part, top } of scrolled) part.scrollTop = top;
  focused?.focus({ preventScroll: true });
}
