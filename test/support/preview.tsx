/** Draws the app on fixed views, without a worker; `#theme=dark&dir=rtl` change how. */
import { render } from 'solid-js/web';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';
import { App } from '../../src/ui/app.tsx';
import { freshViews, tripPreview } from './fresh-device.ts';
import { createScriptedHousehold } from './scripted-household.ts';
import { tuesdayViews } from './tuesday-morning.ts';
import { tuesdayMorning, zone } from './tuesday-people.ts';

const options = new URLSearchParams(location.hash.slice(1));
const household = createScriptedHousehold(
  options.get('device') === 'fresh' ? freshViews : tuesdayViews,
  tripPreview,
);
const messages = englishMessages({ locale: 'en-GB', zone });
const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app');
const theme = options.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
render(
  () => (
    <App
      household={household}
      messages={options.get('dir') === 'rtl' ? { ...messages, dir: 'rtl' } : messages}
      now={() => tuesdayMorning}
    />
  ),
  root,
);
Object.assign(globalThis, { household });
