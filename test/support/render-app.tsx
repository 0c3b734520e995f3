/** Mounts the whole app on a scripted household at one address, the way a person opens it. */
import { configure, render } from '@solidjs/testing-library';
import { forgetInvite } from '../../src/client/invite-in-address.ts';
import { failureWords, wayOutWords } from '../../src/i18n/core/en/failures.ts';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';
import { App } from '../../src/ui/app.tsx';
import { bareDevice, type Device } from '../../src/ui/device.tsx';
import type { ViewByKind, ViewQuery } from '../../src/worker/messages.ts';
import { tripPreview } from './fresh-device.ts';
import { createScriptedHousehold, type ScriptedHousehold } from './scripted-household.ts';
import { tuesdayViews } from './tuesday-morning.ts';
import { tuesdayMorning, zone } from './tuesday-people.ts';

// Screens are loaded when they are first opened, which takes its time in a test.
configure({ asyncUtilTimeout: 8000 });

const loadedFirst = englishMessages({ locale: 'en-GB', zone });

/** With what the page loads only when something has failed. */
export const messages = {
  ...loadedFirst,
  failure: failureWords(loadedFirst.formats),
  wayOut: wayOutWords,
};

export function openApp(
  path: string,
  views: (query: ViewQuery) => ViewByKind[keyof ViewByKind] | undefined = tuesdayViews,
  /** What the device offers besides nothing. */
  device: Partial<Device> = {},
): ScriptedHousehold {
  // Files of tests share their modules, and a page that is opened anew knows of no earlier link.
  forgetInvite();
  window.history.replaceState(null, '', path);
  const household = createScriptedHousehold(views, tripPreview);
  render(() => (
    <App
      household={household}
      messages={messages}
      now={() => tuesdayMorning}
      device={{ ...bareDevice, ...device }}
    />
  ));
  return household;
}
