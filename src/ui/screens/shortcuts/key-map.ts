/**
 * Which key means what. Single keys mean something only where nobody writes, and can be switched off. Ctrl K is
 * heard before this is loaded (`finder.tsx`).
 */

export type KeyMeaning =
  | { readonly kind: 'search' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'go'; readonly to: 'now' | 'flows' | 'people' | 'log' }
  | { readonly kind: 'move'; readonly by: 1 | -1 }
  | { readonly kind: 'press'; readonly button: 'D' | 'S' }
  | { readonly kind: 'new' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'close' }
  /** The first of two keys. */
  | { readonly kind: 'goes' };

export interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  /** In a field, where letters are letters. */
  readonly inField: boolean;
  /** Over the page, where only what stands there means anything. */
  readonly inDialog: boolean;
  /** On something that arrow keys move already. */
  readonly ownArrows: boolean;
  readonly singleKeys: boolean;
  /** G was pressed just before. */
  readonly goes: boolean;
}

const places = { n: 'now', f: 'flows', p: 'people', l: 'log' } as const;

export function keyToMeaning(pressed: Pressed): KeyMeaning | null {
  const { alt, ctrl, meta, inField, inDialog } = pressed;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (ctrl || meta || alt || inField || inDialog) return null;
  if (key === 'Escape') return { kind: 'close' };
  if (!pressed.ownArrows) {
    if (key === 'ArrowDown') return { kind: 'move', by: 1 };
    if (key === 'ArrowUp') return { kind: 'move', by: -1 };
  }
  if (!pressed.singleKeys) return null;
  if (pressed.goes && key in places) return { kind: 'go', to: places[key as keyof typeof places] };
  switch (key) {
    case 'g':
      return { kind: 'goes' };
    case '/':
      return { kind: 'search' };
    case '?':
      return { kind: 'keys' };
    case 'j':
      return { kind: 'move', by: 1 };
    case 'k':
      return { kind: 'move', by: -1 };
    case 'd':
      return { kind: 'press', button: 'D' };
    case 's':
      return { kind: 'press', button: 'S' };
    case 'n':
      return { kind: 'new' };
    case 'z':
      return { kind: 'undo' };
    default:
      return null;
  }
}
