/**
 * The words in English that the page loads first. A screen's words are one file; what only some screens say
 * (`use-…-words.ts`), and what is said when something fails (`say-failure.ts`), loads when it is needed.
 */
import { createFormats, type FormatOptions } from '../formats.ts';
import { factWords } from './facts.ts';
import { flowWords } from './flow.ts';
import { flowsWords } from './flows.ts';
import { frameWords } from './frame.ts';
import { householdNames } from './household-names.ts';
import { joinWords } from './join.ts';
import { nowWords } from './now.ts';
import { peopleWords } from './people.ts';
import { pwaWords } from './pwa.ts';
import { settingsWords } from './settings.ts';
import { startWords } from './start.ts';
import { stateWords } from './states.ts';
import { stepWords } from './step.ts';
import { syncWords } from './sync.ts';
import { timeWords } from './times.ts';
import { waitingWords } from './waiting.ts';

export function englishMessages(options: FormatOptions) {
  const formats = createFormats(options);
  const times = timeWords(formats);
  return {
    lang: options.locale,
    dir: 'ltr' as 'ltr' | 'rtl',
    formats,
    times,
    states: stateWords(times),
    sync: syncWords(times),
    frame: frameWords(formats),
    now: nowWords(formats, times),
    flows: flowsWords(formats, times),
    flow: flowWords(formats, times),
    step: stepWords(formats, times),
    waiting: waitingWords(times),
    facts: factWords(formats, times),
    start: startWords(formats),
    people: peopleWords(formats, times),
    households: householdNames(formats),
    join: joinWords(),
    settings: settingsWords(times),
    pwa: pwaWords,
  };
}

/** Another language has to have the same words. */
export type Messages = ReturnType<typeof englishMessages>;
