/**
 * Runs in a page with marked words (`marked-words.ts`): puts another language into it, in which every word of the app
 * is accented, about 40 % longer and in brackets, so that what is still plain was never translated.
 */
import type { Page } from '@playwright/test';
import { closing, opening } from './marked-words.ts';

const marks = { opening, closing };
type Marks = typeof marks;

/** Before anything of the page runs: what reads the page by script reads it without the marks. */
export const hideMarks: string = `(${hide.toString()})(${JSON.stringify(marks)})`;

/** Texts and names that have letters and no mark, in the order of the page. `people`: what was typed or is data. */
export async function findUntranslated(page: Page, people: readonly string[]): Promise<readonly string[]> {
  const plain = await page.evaluate(readPlain, marks);
  return [...new Set(plain.filter((text) => !isOfPeople(text, people)))];
}

/** Resolves to what brings the words back that the app put there. */
export async function speakPseudo(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(speak, marks);
  return () => page.evaluate(() => (globalThis as unknown as { unspeak: () => void }).unspeak());
}

/** Names and texts of people come with the app's own punctuation and numbers between them. */
function isOfPeople(text: string, people: readonly string[]): boolean {
  return text
    .split(/[·,;:/()“”…\n|]|\s[–—-]\s/)
    .map((piece) => piece.replaceAll(/^[^\p{L}]+|[^\p{L}.?!’]+$/gu, ''))
    .filter((piece) => /\p{L}{2}/u.test(piece) && !isInitials(piece))
    .every((piece) => people.some((known) => known.includes(piece)));
}

function isInitials(piece: string): boolean {
  return /^\p{Lu}{2}$/u.test(piece);
}

function hide({ opening: open, closing: close }: Marks): void {
  const bare = (text: string): string => text.replaceAll(open, '').replaceAll(close, '');
  for (const [prototype, name] of [
    [HTMLElement.prototype, 'innerText'],
    [Element.prototype, 'ariaLabel'],
  ] as const) {
    const own = Object.getOwnPropertyDescriptor(prototype, name);
    if (own === undefined) continue;
    Object.defineProperty(prototype, name, {
      ...own,
      get(this: Node) {
        const text: unknown = own.get?.call(this);
        return typeof text === 'string' ? bare(text) : text;
      },
    });
  }
}

function readPlain({ opening: open, closing: close }: Marks): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      const owner = node.parentElement;
      if (owner === null || owner.closest('script, style, textarea') !== null) continue;
      if (owner.tagName !== 'OPTION' && !owner.checkVisibility({ visibilityProperty: true })) continue;
      found.push(...plainOf(node.data));
    } else if (node instanceof Element && node.checkVisibility({ visibilityProperty: true })) {
      for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'])
        found.push(...plainOf(node.getAttribute(name) ?? ''));
    }
  }
  return [...found, ...plainOf(document.title)];

  /** What stands outside of every mark. */
  function plainOf(text: string): readonly string[] {
    let depth = 0;
    let plain = '';
    for (const letter of text) {
      if (letter === open) depth += 1;
      else if (letter === close) depth = Math.max(0, depth - 1);
      else if (depth === 0) plain += letter;
      if (letter === open) plain += '\n';
    }
    return plain
      .split('\n')
      .map((piece) => piece.trim())
      .filter((piece) => /\p{L}/u.test(piece));
  }
}

function speak({ opening: open, closing: close }: Marks): void {
  const plain = 'aeiouycnAEIOUYCN';
  const accented = 'áéíóúýçñÁÉÍÓÚÝÇÑ';
  const undo: (() => void)[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      const own = node.data;
      if (!own.includes(open)) continue;
      const text = node;
      const said = pseudo(own);
      text.data = said;
      undo.push(() => {
        if (text.data === said) text.data = own;
      });
    } else if (node instanceof Element) {
      for (const name of ['placeholder', 'label']) {
        const own = node.getAttribute(name);
        if (own === null || !own.includes(open)) continue;
        const element = node;
        element.setAttribute(name, pseudo(own));
        undo.push(() => element.setAttribute(name, own));
      }
    }
  }
  Object.assign(globalThis, {
    unspeak: () => {
      for (const one of undo) one();
    },
  });

  function pseudo(text: string): string {
    let depth = 0;
    let said = '';
    for (const letter of text) {
      if (letter === open) {
        if (depth === 0) said += '⟦';
        depth += 1;
      } else if (letter === close) {
        depth = Math.max(0, depth - 1);
        if (depth === 0) said += '⟧';
      } else if (depth > 0) said += longer(letter);
      else said += letter;
    }
    return said;
  }

  /** Every vowel twice: English gets about 40 % longer by it. */
  function longer(letter: string): string {
    const at = plain.indexOf(letter);
    const other = at < 0 ? letter : (accented[at] ?? letter);
    return /[aeiou]/i.test(letter) ? other + other.toLowerCase() : other;
  }
}
