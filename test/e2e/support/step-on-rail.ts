/** Steps as people do them from a flow's rail: the step's sheet, and the page that asks what came out of it. */
import { answer, decide, fillTold, openStep, type Told, waitForNoStep } from './step-on-screen.ts';
import type { Tab } from './tab.ts';

const sheet = { role: 'dialog' } as const;

/** What it asks for is told, or left for later. Ends on the rail. */
export async function finishOnRail(tab: Tab, title: string, told?: Told): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Done/, { role: 'dialog', name: title });
  if (told !== undefined) await answer(tab, told, /^Done/);
  await tab.waitForText(`${title}: done`);
  await waitForNoStep(tab);
}

/** Noted as the answer of whoever was asked. Ends on the rail. */
export async function hearOnRail(tab: Tab, title: string, told: Told): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'They answered', sheet);
  await tab.waitFor('dialog', 'What did they say?');
  await fillTold(tab, told);
  await tab.click('button', 'Note it, and done', sheet);
  await tab.waitForText(`${title}: done`);
  await waitForNoStep(tab);
}

/** Ends in one of several ways. Ends on the rail. */
export async function decideOnRail(tab: Tab, title: string, outcome: string): Promise<void> {
  await openStep(tab, title);
  await decide(tab, title, outcome);
  await waitForNoStep(tab);
}
