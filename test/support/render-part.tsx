/** Mounts one part of a screen on a scripted household, with everything that the app puts around it. */
import { render } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { HouseholdProvider } from '../../src/client/household.ts';
import type { Messages } from '../../src/i18n/core/en/messages.ts';
import { MessagesProvider } from '../../src/i18n/messages-context.tsx';
import { AppViewProvider } from '../../src/ui/app-view.tsx';
import { ClockProvider } from '../../src/ui/clock.tsx';
import { ToastProvider } from '../../src/ui/kit/toast.tsx';
import { messages } from './render-app.tsx';
import { createScriptedHousehold, type ScriptedHousehold } from './scripted-household.ts';
import { tuesdayViews } from './tuesday-morning.ts';
import { tuesdayMorning } from './tuesday-people.ts';

export function renderPart(
  part: () => JSX.Element,
  views: Parameters<typeof createScriptedHousehold>[0] = tuesdayViews,
  words: Messages = messages,
): ScriptedHousehold {
  const household = createScriptedHousehold(views);
  render(() => (
    <HouseholdProvider value={household}>
      <MessagesProvider messages={words}>
        <ClockProvider now={() => tuesdayMorning}>
          <AppViewProvider>
            <ToastProvider>{part()}</ToastProvider>
          </AppViewProvider>
        </ClockProvider>
      </MessagesProvider>
    </HouseholdProvider>
  ));
  return household;
}
