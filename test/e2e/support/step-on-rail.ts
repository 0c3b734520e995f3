/** Steps as people do them from a flow's rail: from a step's row through its sheet to its end, and back on the rail. */
import { answer, decide, fillTold, openStep, type Told, toNow, waitForNoStep } from './step-on-screen.ts';
import type { Tab } from './tab.ts';

const sheet = { role: 'dialog' } as const;

/** `told`: it asks for facts on its way; none of them: "Later". */
export async function finishOnRail(tab: Tab, title: string, told?: Told): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Done/, { role: 'dialog', name: title });
  if (told !== undefined) await answer(tab, told, /^Done/);
  await tab.waitForText(`${title}: done`);
  await waitForNoStep(tab);
}

/** What was waited for has come, and is noted as the answer of whoever was asked. */
export async function hearOnRail(tab: Tab, title: string, told: Told = {}): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'They answered', sheet);
  await tab.waitFor('dialog', 'What did they say?');
  await fillTold(tab, told);
  await tab.click('button', 'Note it, and done', sheet);
  await tab.waitForText(`${title}: done`);
  await waitForNoStep(tab);
}

/** Ends in one of several ways. */
export async function decideOnRail(tab: Tab, title: string, outcome: string): Promise<void> {
  await openStep(tab, title);
  await decide(tab, title, outcome);
  await waitForNoStep(tab);
}

/** It does not work, and nothing else is done about it for now. */
export async function getStuckOnRail(tab: Tab, title: string, reason: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'Stuck', sheet);
  await tab.click('radio', /^Just note it/, sheet);
  await tab.fill('In a few words', reason, sheet);
  await tab.click('button', 'Just note it', sheet);
  await tab.waitForText(`${title} shows as stuck`);
}

/** It stands among the finished ones, on every device. */
export async function waitUntilFinished(flow: string, tabs: readonly Tab[]): Promise<void> {
  for (const tab of tabs) {
    await toNow(tab);
    await tab.click('link', /^Flows/);
    await tab.click('tab', /^Finished/);
    await tab.waitFor('link', new RegExp(`^${flow}`), { role: 'main' });
  }
}
