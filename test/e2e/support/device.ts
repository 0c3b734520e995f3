/** A phone, say: a browser with storage of its own, and a cable to the relay that can be cut. */
import type { BrowserProfile } from './browser-profile.ts';
import type { NetworkCable } from './network-cable.ts';
import type { Tab } from './tab.ts';

export interface Device extends Tab {
  readonly name: string;
  /** The address of the app as this device sees it; every device has another one. */
  readonly origin: string;
  /** Another tab of the same browser, on an empty page. */
  newTab(): Promise<Tab>;
  goOffline(): void;
  goOnline(): void;
  /** Ends the browser at once, with all tabs, as a crash or a flat battery would. */
  kill(): Promise<void>;
  /** After `kill`: opens the browser again, with what it had stored. */
  reopen(address: string): Promise<void>;
  /** A link that another device made, with this device's address in place of that one's. */
  linkFor(link: string): string;
  dispose(): Promise<void>;
}

export async function createDevice(
  name: string,
  profile: BrowserProfile,
  cable: NetworkCable,
): Promise<Device> {
  const { origin } = cable;
  let current = await profile.openTab(origin);
  return {
    name,
    origin,
    newTab: () => profile.openTab(origin),
    goOffline: () => cable.cut(),
    goOnline: () => cable.mend(),
    kill: () => profile.kill(),
    reopen: async (address) => {
      current = await profile.openTab(origin);
      await current.goto(address);
    },
    linkFor: (link) => {
      const { pathname, search, hash } = new URL(link);
      return `${origin}${pathname}${search}${hash}`;
    },
    dispose: async () => {
      await profile.dispose();
      await cable.dispose();
    },

    get page() {
      return current.page;
    },
    goto: (address) => current.goto(address),
    reload: () => current.reload(),
    path: () => current.path(),
    click: (role, target, within) => current.click(role, target, within),
    fill: (label, text, within) => current.fill(label, text, within),
    choose: (label, option, within) => current.choose(label, option, within),
    press: (key) => current.press(key),
    type: (text) => current.type(text),
    value: (label, within) => current.value(label, within),
    texts: (role, within) => current.texts(role, within),
    heading: () => current.heading(),
    isVisible: (role, target, within) => current.isVisible(role, target, within),
    waitFor: (role, target, within) => current.waitFor(role, target, within),
    waitForText: (text) => current.waitForText(text),
    waitForNoText: (text) => current.waitForNoText(text),
    focused: () => current.focused(),
    evaluate: <Result, Argument>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ) => current.evaluate(run, argument as Argument),
    setViewport: (size) => current.setViewport(size),
    screenshot: () => current.screenshot(),
    close: () => current.close(),
  };
}
