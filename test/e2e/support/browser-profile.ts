import type { Tab } from './tab.ts';

/** One person's browser: what it stores outlives its tabs. One adapter for each way to drive an engine. */
export interface BrowserProfile {
  /** Opens a tab on an empty page; starts the browser when it is not running. */
  openTab(origin: string): Promise<Tab>;
  /**
   * Ends every tab at once, as a crash would: no page gets to run another line. What was stored
   * durably is there when the next tab opens.
   */
  kill(): Promise<void>;
  /** Ends the browser and removes what it stored. */
  dispose(): Promise<void>;
}
