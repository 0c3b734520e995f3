/** Opens the sheet of one of the fixed steps, with something about it changed, and reads what was sent. */
import { fireEvent, screen } from '@solidjs/testing-library';
import type { Command } from '../../src/model/command.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import { firstOccurrence } from '../../src/model/occurrence.ts';
import { noActions } from '../../src/views/step-actions.ts';
import type { StepActions, StepView } from '../../src/views/step-view.ts';
import { situationWords } from '../../src/i18n/core/en/situations.ts';
import { messages, openApp } from './render-app.tsx';
import type { ScriptedHousehold } from './scripted-household.ts';
import { tuesdayViews } from './tuesday-morning.ts';

// The DOM of the page tests knows no popovers; a menu's items are in it all the same.
if (!('hidePopover' in HTMLElement.prototype))
  Object.assign(HTMLElement.prototype, { hidePopover: () => undefined });

export const situation = situationWords(messages.formats, messages.times);

export const hotelStep = firstOccurrence(asId<StepId>('hotel'));
export const hotelAddress = '/flows/run-trip/hotel~~1';
export const reviewAddress = '/flows/run-contract/review~~2';
export const waitAddress = '/flows/run-contract/details~~1';

export function openStep(address: string, more: Partial<StepView> = {}): ScriptedHousehold {
  return openApp(address, (query) => {
    const view = tuesdayViews(query);
    return view?.kind === 'step' ? { ...view, ...more } : view;
  });
}

/** Only these may be done. */
export function actionsOf(more: Partial<StepActions>): StepActions {
  return { ...noActions, ...more };
}

export function commandsOf(household: ScriptedHousehold): readonly Command[] {
  return household.intents.flatMap((intent) => (intent.kind === 'command' ? [intent.command] : []));
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }));
}
