/** All words in English. A screen's words are one file; this is where they come together. */
import { createFormats, type FormatOptions } from '../formats.ts';
import { failureWords, unnamedWords, wayOutWords } from './failures.ts';
import { factWords } from './facts.ts';
import { flowWords } from './flow.ts';
import { flowsWords } from './flows.ts';
import { frameWords } from './frame.ts';
import { joinWords } from './join.ts';
import { logWords } from './log.ts';
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
import { workflowProblemWords } from './workflow-problems.ts';

export function englishMessages(options: FormatOptions) {
  const formats = createFormats(options);
  const times = timeWords(formats);
  return {
    lang: options.locale,
    dir: 'ltr' as 'ltr' | 'rtl',
    formats,
    times,
    states: stateWords(times),
    failure: failureWords(formats),
    unnamed: unnamedWords,
    wayOut: wayOutWords,
    workflowProblem: workflowProblemWords(formats),
    sync: syncWords(times),
    frame: frameWords(formats),
    now: nowWords(formats, times),
    flows: flowsWords(formats, times),
    flow: flowWords(formats, times),
    step: stepWords(formats, times),
    waiting: waitingWords(times),
    facts: factWords(formats, times),
    log: logWords(formats, times),
    start: startWords(formats),
    people: peopleWords(formats, times),
    join: joinWords(),
    settings: settingsWords(times),
    pwa: pwaWords((items) => formats.list(items)),
  };
}

/** Another language has to have the same words. */
export type Messages = ReturnType<typeof englishMessages>;
