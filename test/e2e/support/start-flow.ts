/** Starts a flow on a phone: one that is ready, filled in, or lines of one's own. Ends on Now. */
import type { Tab } from './tab.ts';

export interface ReadyFlow {
  /** What its tile says, or the address of its form where it has none on the first screen. */
  readonly workflow: string;
  /** What Sam does in it; everything else is Ana's. */
  readonly sam: string;
  /** What Leo does, who has no device; a part further down than Sam's. */
  readonly leo?: string;
  /** What the form asks for, by its labels. */
  readonly known?: Readonly<Record<string, string>>;
  /** Done before it starts, and with it all that comes before it. */
  readonly done: readonly string[];
}

/** As Ana's first flow, with Sam in it; by address, since the first screen shows only a few. */
export async function startReady(
  ana: Tab,
  { workflow, sam, leo, known = {}, done }: ReadyFlow,
): Promise<void> {
  await ana.goto(workflow.startsWith('/') ? workflow : '/new');
  if (!workflow.startsWith('/')) await ana.click('link', new RegExp(`^${workflow}`));
  await ana.fill('Your name', 'Ana');
  await ana.click('button', /Who does what/);
  await nameSomebody(ana, sam, 'Sam');
  if (leo !== undefined) await nameSomebody(ana, leo, 'Leo');
  await ana.click('button', 'Done', { role: 'dialog', name: 'Who does what' });
  for (const [label, text] of Object.entries(known)) await ana.fill(label, text);
  for (const title of done) await ana.click('checkbox', title);
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold/);
}

async function nameSomebody(tab: Tab, part: string, name: string): Promise<void> {
  await tab.click('radio', 'Somebody new', { role: 'group', name: part });
  await tab.fill(`${part}: their name`, name);
}

/** By address, so that it does for a first flow too. `me`: which of the names is theirs, while nobody is known. */
export async function startTyped(tab: Tab, lines: readonly string[], me?: string): Promise<void> {
  await tab.goto('/new');
  await tab.fill('Steps, one a line', lines.join('\n'));
  if (me !== undefined) await tab.click('radio', me, { role: 'group', name: 'Which one are you?' });
  await tab.click('button', 'Start');
  await tab.waitForText(/You hold/);
}
