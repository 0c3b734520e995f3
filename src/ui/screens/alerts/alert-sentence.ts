/** An alert as its words want it. */
import type { AlertWords, SayableAlert } from '../../../i18n/core/en/alerts.ts';
import type { AlertLine } from '../../../views/alert-view.ts';

export function alertSentence(words: AlertWords, line: AlertLine, now: number): string {
  const { cause, rung, about, due, pausedAt, since, details, alsoLate } = line;
  const said: SayableAlert = { cause, rung, who: about, due, pausedAt, since, details, alsoLate };
  return words.what(said, now);
}
