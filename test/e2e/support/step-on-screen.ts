/**
 * Steps and facts of any flow as people use them on a phone: the card on Now, the rail, and the step's sheet
 * with the pages that it asks on.
 */
import type { Tab } from './tab.ts';
import { waitUntil } from './wait-until.ts';

/** Fields by their labels: `{ Day: '2031-05-06', Time: '17:30' }`. */
export type Fields = Readonly<Record<string, string>>;

/** What a step tells, by the names of the facts. None: "Later". */
export type Told = Readonly<Record<string, string | Fields>>;

const sheet = { role: 'dialog' } as const;
const questions = { role: 'dialog', name: 'What came out of it?' } as const;

/** The day so many days from today. */
export function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export async function toNow(tab: Tab): Promise<void> {
  await tab.click('link', /^Now/);
  // Whoever loads the page anew at once would load the one that was left.
  await waitUntil(
    async () => (await tab.path()) === '/',
    () => 'Now was never opened',
  );
}

/** Waits until this step is the card on top of Now. */
export async function waitForTurn(tab: Tab, title: string): Promise<void> {
  await tab.waitFor('link', title, { role: 'article' });
}

/** Presses Done on Now's card, and waits until the app says that it is done. */
export async function finishTurn(tab: Tab, title: string): Promise<void> {
  await waitForTurn(tab, title);
  await tab.click('button', /^Done(?!.*…)/, { role: 'article' });
  await tab.waitForText(`${title}: done`);
}

/** The card promises a question; the step is done with its answers, or with none. Ends on Now. */
export async function finishTurnTelling(tab: Tab, title: string, told: Told): Promise<void> {
  await waitForTurn(tab, title);
  await tab.click('button', /^Done.*…/, { role: 'article' });
  await tab.click('button', /^Done/, { role: 'dialog', name: title });
  await answer(tab, told, /^Done/);
  await tab.waitForText(`${title}: done`);
  await waitForNoStep(tab);
  await toNow(tab);
}

/** The card opens the step, which ends in one of several ways. `told`: it asks for facts as well. Ends on Now. */
export async function decideTurn(tab: Tab, title: string, outcome: string, told?: Told): Promise<void> {
  await waitForTurn(tab, title);
  await tab.click('button', 'Decide…', { role: 'article' });
  await tab.waitFor('dialog', title);
  await decide(tab, title, outcome, told);
  await waitForNoStep(tab);
  await toNow(tab);
}

/** A finished step closes by itself; going elsewhere at that very moment would be undone by it. */
export async function waitForNoStep(tab: Tab): Promise<void> {
  await waitUntil(
    async () => !(await tab.path()).includes('~~'),
    () => 'The step did not close.',
  );
}

/** In the step's open sheet. */
export async function decide(tab: Tab, title: string, outcome: string, told?: Told): Promise<void> {
  await tab.click('button', new RegExp(`^${RegExp.escape(outcome)}\\b`), sheet);
  if (told !== undefined) await answer(tab, told, new RegExp(`^${RegExp.escape(outcome)}`));
  await tab.waitForText(`${title}: ${outcome}`);
}

/** Opens a flow's rail from Flows. */
export async function openFlow(tab: Tab, flow: string): Promise<void> {
  await tab.click('link', /^Flows/);
  await tab.click('link', flow, { role: 'main' });
  await tab.waitFor('region', 'Steps');
}

/** On the rail: opens the step's sheet. */
export async function openStep(tab: Tab, title: string): Promise<void> {
  await tab.click('link', new RegExp(`^${RegExp.escape(title)}, `));
  await tab.waitFor('dialog', title);
}

/** In the menu of the step whose sheet is open. */
export async function chooseFromMenu(tab: Tab, item: string): Promise<void> {
  await tab.click('button', 'More for this step', sheet);
  await tab.click('menuitem', item);
}

/** In the menu of the flow that is open. */
export async function chooseForFlow(tab: Tab, item: string): Promise<void> {
  await tab.click('button', 'Change this flow');
  await tab.click('menuitem', item);
}

/** Back from a step's sheet to the rail. */
export async function closeStep(tab: Tab): Promise<void> {
  await tab.click('button', 'Close', sheet);
}

/** On the rail: what a step's row says of its state. */
export async function waitForState(tab: Tab, title: string, state: string): Promise<void> {
  await tab.waitFor('link', new RegExp(`^${RegExp.escape(title)}.*${state}`));
}

/** On the rail: sets a fact in its sheet, and closes that. */
export async function setFact(tab: Tab, name: string, fields: Fields): Promise<void> {
  await tab.click('button', /^Facts/);
  // Its value follows, which no name goes on with: "Meeting" is not "Meeting ends".
  await tab.click('button', new RegExp(`^${name}\\s*[^a-z\\s]`), { role: 'dialog', name: 'What we know' });
  await tab.waitFor('dialog', name);
  for (const [label, text] of Object.entries(fields)) await tab.fill(label, text, sheet);
  await tab.click('button', 'Save', sheet);
  await tab.waitForText(`${name}: saved`);
  await tab.click('button', 'Close', { role: 'dialog', name: 'What we know' });
}

/** On the page that asks what came out of a step. */
export async function answer(tab: Tab, told: Told, action: RegExp): Promise<void> {
  await tab.waitFor('dialog', questions.name);
  const names = Object.keys(told);
  await fillTold(tab, told);
  await tab.click('button', names.length === 0 ? 'Later' : action, questions);
}

/** Wherever a sheet asks for facts. */
export async function fillTold(tab: Tab, told: Told): Promise<void> {
  for (const [name, value] of Object.entries(told))
    if (typeof value === 'string') await tab.fill(name, value, sheet);
    else
      for (const [label, text] of Object.entries(value)) await tab.fill(label, text, { role: 'group', name });
}
