/**
 * One tab, as a person uses it: by roles, names and labels, and by what can be read. Specs are written
 * against this alone, so that one spec runs in every engine.
 */
import type { Page } from '@playwright/test';

export type Role =
  | 'alert'
  | 'article'
  | 'button'
  | 'checkbox'
  | 'combobox'
  | 'complementary'
  | 'dialog'
  | 'group'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'menuitem'
  | 'navigation'
  | 'option'
  | 'radio'
  | 'region'
  | 'searchbox'
  | 'spinbutton'
  | 'status'
  | 'switch'
  | 'tab'
  | 'textbox';

/** A text means the whole accessible name; an expression may match a part of it. */
export type Name = string | RegExp;

/** Where to look: the first element of that role and name, and inside it. */
export interface Place {
  readonly role: Role;
  readonly name?: Name;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What waits, waits up to `patience` and then fails with a sentence about what was looked for.
 * Only what can be seen counts; where several elements fit, the first in the document is taken.
 */
export interface Tab {
  /** For what only an engine's own tools can tell (axe, tracing, the protocol); null in WebKit. */
  readonly page: Page | null;

  /** A path beginning with `/`, perhaps with a query and a fragment, or a whole address. */
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Path, query and fragment of where the tab is now. */
  path(): Promise<string>;

  click(role: Role, name: Name, within?: Place): Promise<void>;
  /** Replaces what the field with this label holds. */
  fill(label: Name, text: string, within?: Place): Promise<void>;
  /** Chooses an option of a native select, by what the option says. */
  choose(label: Name, option: string, within?: Place): Promise<void>;
  /** A key by its DOM name (`Enter`, `a`, `ArrowDown`), perhaps with `Shift+`, `Control+` or `Alt+`. */
  press(key: string): Promise<void>;
  /** Types into whatever has the focus, key by key. */
  type(text: string): Promise<void>;

  /** What the field with this label holds. */
  value(label: Name, within?: Place): Promise<string>;
  /** Text of every visible element of the role, white space made single. */
  texts(role: Role, within?: Place): Promise<readonly string[]>;
  /** Text of the visible first-level heading, `''` when there is none. */
  heading(): Promise<string>;
  isVisible(role: Role, name: Name, within?: Place): Promise<boolean>;
  waitFor(role: Role, name: Name, within?: Place): Promise<void>;
  /** Waits until the page's visible text contains it. */
  waitForText(text: Name): Promise<void>;
  waitForNoText(text: Name): Promise<void>;
  /** What has the focus: its label or text, `''` when nothing has. */
  focused(): Promise<string>;

  /** Runs in the page; `argument` and the result are plain data. */
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;

  setViewport(size: Size): Promise<void>;
  /** A PNG of what is visible. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How long a tab waits for something to show, ms; `PATIENCE_MS` is for machines that are busy with other things. */
export const patience = Number(process.env['PATIENCE_MS'] ?? 10_000);

export const phone: Size = { width: 390, height: 844 };
