/** Steps of a flow whose rail is open, one after the other, each from its row to its end and back on the rail. */
import { decide, fillTold, openStep, type Told, toNow } from './step-on-screen.ts';
import type { Tab } from './tab.ts';

const sheet = { role: 'dialog' } as const;
const questions = { role: 'dialog', name: 'What came out of it?' } as const;

/** `told`: it asks for facts on its way; none of them: "Later". */
export async function finishOnRail(tab: Tab, title: string, told?: Told): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Done/, sheet);
  if (told !== undefined) {
    await tab.waitFor('dialog', questions.name);
    await fillTold(tab, told);
    await tab.click('button', Object.keys(told).length === 0 ? 'Later' : /^Done/, questions);
  }
  await tab.waitForText(`${title}: done`);
}

export async function decideOnRail(tab: Tab, title: string, outcome: string): Promise<void> {
  await openStep(tab, title);
  await decide(tab, title, outcome);
}

/** What was waited for has come. */
export async function answerOnRail(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'They answered', sheet);
  await tab.click('button', 'Note it, and done', { role: 'dialog', name: 'What did they say?' });
  await tab.waitForText(`${title}: done`);
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
