/**
 * A tab of WebKitGTK, driven over WebDriver. Roles, names and labels are found by testing-library's
 * queries, which go into the page with each question: the page's security policy forbids evaluating
 * text, and a script of the driver's own is not bound by it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository-root.ts';
import { mentions, readFocused, readVisibleText } from './page-text.ts';
import { type Name, type Place, type Role, type Tab } from './tab.ts';
import { waitUntil } from './wait-until.ts';
import { elementArgument, type WebDriver } from './webdriver.ts';
import { chordToActions, textToActions } from './webkit-keys.ts';

const queries = readFileSync(
  join(repositoryRoot, 'node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
);

/** Body of a script: `find(question)` answers with the visible elements that fit, in document order. */
const finder = `
  if (!window.TestingLibraryDom) { (function () { ${queries} }).call(window); }
  const queries = window.TestingLibraryDom;
  const toName = (name) => name && (name.source === undefined ? name.text : new RegExp(name.source, name.flags));
  const isVisible = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const byRole = (root, { role, name, level }) =>
    queries.queryAllByRole(root, role, { name: toName(name), level }).filter(isVisible);
  const find = ({ within, role, name, level, label }) => {
    const root = within ? byRole(document.body, within)[0] : document.body;
    if (!root) return [];
    return label ? queries.queryAllByLabelText(root, toName(label)).filter(isVisible) : byRole(root, { role, name, level });
  };
`;

interface Question {
  readonly role?: Role;
  readonly level?: number;
  readonly name?: Name | undefined;
  readonly label?: Name;
  readonly within?: Place | undefined;
}

/**
 * Says of the next click where it went: to the element, to a label of it, or elsewhere. In a page that came
 * after the click nothing is armed, and a click it was that brought it.
 */
const armClick = `
  const [element] = arguments;
  globalThis.clickWent = 'nowhere';
  addEventListener('click', (event) => {
    const path = event.composedPath();
    const isMeant = path.includes(element) || [...(element.labels ?? [])].some((label) => path.includes(label));
    globalThis.clickWent = isMeant ? 'there' : 'elsewhere';
  }, { capture: true, once: true });
`;
const readClick = `return globalThis.clickWent ?? 'there';`;

/** What a window has around its page at most, CSS pixels. */
const largestFrame = 300;

/** `window` is the driver’s handle of the tab; every command first makes it the current one. */
export function createWebKitTab(driver: WebDriver, window: string, origin: string): Tab {
  const activate = () => driver.switchTo(window);

  async function run<Result>(script: string, ...args: readonly unknown[]): Promise<Result> {
    await activate();
    return (await driver.execute(script, args)) as Result;
  }
  function findFirst(question: Question): Promise<string | null> {
    return run(`${finder} return find(arguments[0])[0] ?? null;`, toPlain(question));
  }
  function evaluate<Result, Argument>(
    code: (argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Awaited<Result>> {
    return run(`return (${code.toString()})(arguments[0]);`, argument ?? null);
  }
  const visibleText = () => evaluate(readVisibleText).catch(() => '');
  const explain = async (what: string) => `${what}. The page says: ${await visibleText()}`;

  /**
   * Finds, acts, and does both again while the element is missing, moving or covered. `isDone`: an action that
   * seemed to fail did its work after all.
   */
  async function act(
    question: Question,
    what: string,
    action: (handle: string) => Promise<void>,
    isDone: () => Promise<boolean> = async () => false,
  ): Promise<void> {
    let problem = 'it is not there';
    await waitUntil(
      async () => {
        try {
          if (await isDone()) return true;
          const handle = await findFirst(question);
          if (handle === null) return false;
          await action(handle);
          return true;
        } catch (error) {
          problem = String(error);
          return false;
        }
      },
      () => explain(`${what}: ${problem}`),
    );
  }

  return {
    page: null,
    goto: async (address) => {
      await activate();
      await driver.navigate(new URL(address, origin).href);
    },
    reload: async () => {
      await activate();
      await driver.refresh();
    },
    path: async () => {
      await activate();
      return (await driver.url()).slice(origin.length);
    },
    click: async (role, name, within) => {
      let armed = false;
      await act(
        { role, name, within },
        `Could not click ${role} “${name}”`,
        async (handle) => {
          await run(bringIntoView, elementArgument(handle));
          await run(armClick, elementArgument(handle));
          armed = true;
          await driver.clickElement(handle);
          // WebKitGTK's driver now and then answers without the page having seen a click at all.
          for (let look = 0; look < 10; look++) {
            const went = await run<'nowhere' | 'there' | 'elsewhere'>(readClick);
            if (went === 'there') return;
            if (went === 'elsewhere') throw new Error('the click went elsewhere');
            await delay(50);
          }
          throw new Error('the page saw no click');
        },
        async () => armed && (await run(readClick)) === 'there',
      );
    },
    fill: (label, text, within) =>
      act({ label, within }, `Could not fill “${label}”`, async (handle) => {
        const typed = await run<boolean>(prepareField, elementArgument(handle), text);
        // A line break is a key as well, by WebDriver's name for it.
        if (typed) await driver.sendKeys(handle, text.replaceAll('\n', '\uE007'));
      }),
    choose: (label, option, within) =>
      act({ label, within }, `Could not choose “${option}” of “${label}”`, async (handle) => {
        await run(chooseOption, elementArgument(handle), option);
      }),
    press: async (key) => {
      await activate();
      await driver.keyActions(chordToActions(key));
    },
    type: async (text) => {
      await activate();
      await driver.keyActions(textToActions(text));
    },
    value: async (label, within) => {
      let value = '';
      await act({ label, within }, `Could not read “${label}”`, async (handle) => {
        value = await run('return arguments[0].value;', elementArgument(handle));
      });
      return value;
    },
    texts: (role, within) =>
      run(`${finder} return find(arguments[0]).map(${elementText});`, toPlain({ role, within })),
    heading: () =>
      run(`${finder} return find(arguments[0]).map(${elementText})[0] ?? '';`, { role: 'heading', level: 1 }),
    isVisible: async (role, name, within) => (await findFirst({ role, name, within })) !== null,
    waitFor: (role, name, within) => act({ role, name, within }, `No ${role} “${name}”`, async () => {}),
    waitForText: (text) =>
      waitUntil(
        async () => mentions(await visibleText(), text),
        () => explain(`“${text}” never showed`),
      ),
    waitForNoText: (text) =>
      waitUntil(
        async () => !mentions(await visibleText(), text),
        () => explain(`“${text}” never went`),
      ),
    focused: () => evaluate(readFocused),
    evaluate: evaluate,
    setViewport: async ({ width, height }) => {
      await activate();
      // A window is larger than its page by its frame and toolbar.
      let frame = { width: 0, height: 0 };
      let inner = frame;
      await waitUntil(
        async () => {
          const asked = { width: width + frame.width, height: height + frame.height };
          await driver.setWindowSize(asked.width, asked.height);
          inner = await run<typeof frame>('return { width: innerWidth, height: innerHeight };');
          const left = { width: asked.width - inner.width, height: asked.height - inner.height };
          // The page may still say the size that it had before: that is no frame, and is asked again.
          if (isFrame(left.width) && isFrame(left.height)) frame = left;
          return inner.width === width && inner.height === height;
        },
        () => `The page is ${inner.width} × ${inner.height}, never ${width} × ${height}`,
      );
    },
    screenshot: async () => {
      await activate();
      return driver.screenshot();
    },
    close: async () => {
      await activate();
      await driver.closeWindow();
    },
  };
}

function isFrame(pixels: number): boolean {
  return pixels >= 0 && pixels <= largestFrame;
}

const elementText = `(element) => element.innerText.replaceAll(/\\s+/g, ' ').trim()`;

/** True when the text is still to be typed; a date or a time is set at once, as its picker would. */
const prepareField = `
  const [field, text] = arguments;
  if (['date', 'time', 'datetime-local', 'month', 'week', 'color', 'range'].includes(field.type) || text === '') {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    return false;
  }
  field.focus();
  if (field.select) field.select();
  else getSelection().selectAllChildren(field);
  return true;
`;

const chooseOption = `
  const [field, text] = arguments;
  const option = [...field.options].find((each) => each.label.trim() === text);
  if (!option) throw new Error('there is no such option');
  field.value = option.value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
`;

/** Expressions do not survive the way to the page as they are. */
function toPlain({ role, level, name, label, within }: Question): object {
  return {
    role,
    level,
    name: nameToPlain(name),
    label: nameToPlain(label),
    within: within && { role: within.role, name: nameToPlain(within.name) },
  };
}

function nameToPlain(name: Name | undefined): object | undefined {
  if (name === undefined) return undefined;
  return typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags };
}

/**
 * The driver scrolls just far enough, which may be under the foot of a sheet; a person scrolls further. And it
 * presses where the element was when it looked: what slides in or is pushed by what comes in is let come to rest
 * first. By timers, because a tab that is not the frontmost one has no frames.
 */
const bringIntoView = `
  const [element] = arguments;
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.75)
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const place = () => JSON.stringify(element.getBoundingClientRect());
  // A sheet that is about to come up stands still for a frame or two. In a tab behind another one it never moves.
  const isMoving = () =>
    document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect.target?.contains(element));
  return (async () => {
    for (let last = '', looks = 0; looks < 40 && (last !== place() || (looks < 10 && isMoving())); looks++) {
      last = place();
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
`;
