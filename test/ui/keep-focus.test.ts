import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberFocus } from '../../src/ui/focus-place.ts';
import { keepFocus } from '../../src/ui/keep-focus.ts';

let stop: () => void;

beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** Puts a screen on the page. */
function show(screen: string): void {
  document.body.innerHTML = `<nav><a href="/">Now</a></nav><main tabindex="-1"><div>${screen}</div></main>`;
}
function get(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no ${id}`);
  return element;
}
/** What has the focus once the page has settled. */
async function focused(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  return document.activeElement?.id || (document.activeElement?.localName ?? '');
}

const rows = (...ids: readonly string[]): string =>
  `<ul>${ids.map((id) => `<li><button id="${id}"></button><button id="move-${id}"></button></li>`).join('')}</ul>`;

describe('focus', () => {
  it('goes on to the next row when its row is taken out, and to the last when that was the last', async () => {
    show(rows('milk', 'bread', 'salt') + '<button id="add"></button>');
    get('bread').focus();
    get('bread').closest('li')?.remove();
    expect(await focused()).toBe('salt');
    get('salt').closest('li')?.remove();
    expect(await focused()).toBe('milk');
    get('milk').closest('li')?.remove();
    expect(await focused()).toBe('add');
  });

  it('stays in the row whose button went', async () => {
    show('<ul><li><a id="milk" href="/milk"></a><span><button id="done"></button></span></li></ul>');
    get('done').focus();
    get('done').remove();
    expect(await focused()).toBe('milk');
  });

  it('goes to what stands in its place', async () => {
    show('<div id="top"><article><button id="done"></button></article></div><button id="more"></button>');
    get('done').focus();
    get('top').innerHTML = '<article><a id="next" href="/next"></a></article>';
    expect(await focused()).toBe('next');
  });

  it('leaves a button that has nothing more to do', async () => {
    show('<button id="undo"></button><button id="redo"></button>');
    get('undo').focus();
    get('undo').setAttribute('disabled', '');
    expect(await focused()).toBe('redo');
  });

  it('goes along with its row to another place', async () => {
    show(rows('milk', 'bread'));
    get('bread').focus();
    get('milk')
      .closest('ul')
      ?.prepend(get('bread').closest('li') as HTMLElement);
    get('bread').blur();
    expect(await focused()).toBe('bread');
  });

  it('begins at the top of another screen', async () => {
    show(rows('milk'));
    get('milk').focus();
    document.querySelector('main')?.replaceChildren(document.createElement('button'));
    expect(await focused()).toBe('main');
  });

  it('is nobody’s to move who left it themselves, or went elsewhere meanwhile', async () => {
    show(rows('milk', 'bread'));
    get('milk').focus();
    get('milk').blur();
    await focused();
    get('milk').remove();
    expect(await focused()).toBe('body');
    show(rows('milk', 'bread', 'salt'));
    get('milk').focus();
    get('milk').closest('li')?.remove();
    get('salt').focus();
    expect(await focused()).toBe('salt');
  });

  it('comes back to what opened a sheet, or to its neighbour, once that is gone', async () => {
    show(rows('milk', 'bread'));
    get('milk').focus();
    const back = rememberFocus();
    get('bread').focus();
    back();
    expect(await focused()).toBe('milk');
    const backAgain = rememberFocus();
    get('milk').closest('li')?.remove();
    backAgain();
    expect(await focused()).toBe('bread');
  });
});
