/** Votes as people give them: on their own device, or told to somebody who writes them down. */
import { closeStep, openStep, toNow, waitForTurn } from './step-on-screen.ts';
import type { Tab } from './tab.ts';

const card = { role: 'article' } as const;
const sheet = { role: 'dialog' } as const;

/** From the card on Now. */
export async function approve(tab: Tab, title: string): Promise<void> {
  await toNow(tab);
  await waitForTurn(tab, title);
  await tab.click('button', 'Approve', card);
  await tab.waitForText(`${title}: approved by you`);
}

/** From the card on Now; it asks for the reason, and not without one. */
export async function sendBack(tab: Tab, title: string, reason: string): Promise<void> {
  await toNow(tab);
  await waitForTurn(tab, title);
  await tab.click('button', 'Send back', card);
  await tab.click('button', 'Send it back', card);
  await tab.waitForText('Say in a few words what should change.');
  await tab.fill('What should change?', reason, card);
  await tab.click('button', 'Send it back', card);
  await tab.waitForText(`${title}: sent back`);
}

/** On the rail: Leo, who has no device, has said yes, or what should change. Ends on the rail. */
export async function writeDownFor(tab: Tab, name: string, title: string, reason?: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', `${name} has told me`, sheet);
  if (reason === undefined) {
    await tab.click('button', `${name} approves`, sheet);
    await tab.waitForText(`${title}: approved by ${name}`);
  } else {
    await tab.click('button', `${name} sends it back`, sheet);
    await tab.fill('What should change?', reason, sheet);
    await tab.click('button', 'Send it back', sheet);
    await tab.waitForText(`${title}: sent back by ${name}`);
  }
  await closeStep(tab);
}
