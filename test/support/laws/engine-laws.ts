/** All laws of the fold, and how one is tried. */
import { makeHistory } from '../random-history.ts';
import { makeRandom } from '../random.ts';
import { shrinkEvents } from '../shrink-events.ts';
import { alertLaws } from './alert-law.ts';
import { decideLaw } from './decide-law.ts';
import { joinLaws } from './join-laws.ts';
import type { Law, LawSubject } from './law.ts';
import { logLaws } from './log-laws.ts';
import { rippleLaws } from './ripple-law.ts';
import { voteLaws } from './vote-laws.ts';
import { undoLaws } from './undo-laws.ts';
import { verdictLaws } from './verdict-laws.ts';

export const engineLaws: readonly Law[] = [
  ...logLaws,
  ...verdictLaws,
  ...joinLaws,
  ...rippleLaws,
  ...voteLaws,
  ...alertLaws,
  ...undoLaws,
  decideLaw,
];

/** Throws what the law throws, with the seed and the fewest events that still break it. */
export function tryLaw(law: Law, seed: number, subject: LawSubject = makeHistory(seed)): void {
  const failure = failureOf(law, seed, subject);
  if (failure === null) return;
  const events = shrinkEvents(subject.events, (fewer) => failureOf(law, seed, { ...subject, events: fewer }));
  const shrunk = failureOf(law, seed, { ...subject, events }) ?? failure;
  const steps = subject.definition.steps.map((step) => JSON.stringify(step)).join('\n');
  const log = events.map((event) => JSON.stringify(event, leaveOutPlan)).join('\n');
  throw new Error(`${law.name}\nseed ${seed}: ${shrunk.message}\n\n${steps}\n\n${log}`, { cause: failure });
}

function failureOf(law: Law, seed: number, subject: LawSubject): Error | null {
  try {
    law.hold(subject, makeRandom(seed + 1));
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function leaveOutPlan(key: string, value: unknown): unknown {
  return key === 'workflow' || key === 'context' || key === 'raw' ? undefined : value;
}
