/** What no language of the app translates: what somebody typed, and workflows, which are data once they are there. */
import type { Tab } from '../e2e/support/tab.ts';
import { templates } from '../../src/templates/templates.ts';
import { closing, opening } from './marked-words.ts';

/** Names that are the same in every language, and how steps are typed. */
const proper = [
  'Baton',
  'Chrome',
  'Linux',
  'Europe/Lisbon',
  'Ctrl K',
  'Esc',
  'Enter',
  'Tab',
  'Bricolage Grotesque',
  'Instrument Sans',
  'Wait for',
];

/** The browser knows what currencies are called in each language. */
function namesOfCurrencies(): readonly string[] {
  const names = new Intl.DisplayNames('en-GB', { type: 'currency' });
  return Intl.supportedValuesOf('currency').flatMap((code) => [code, names.of(code) ?? code]);
}

export function wordsOfWorkflows(): readonly string[] {
  return [...proper, ...namesOfCurrencies(), ...namesOfMonths(), ...textsIn(templates)];
}

/** Flows that start by themselves are named for their day, the same for everybody in the household. */
function namesOfMonths(): readonly string[] {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2030, index)));
}

/** The same tab, which keeps what is typed into it, and finds labels by how they begin although they begin with a mark. */
export function overMarks(tab: Tab, typed: string[]): Tab {
  const loose = (label: string | RegExp) =>
    typeof label === 'string'
      ? label
      : new RegExp(label.source.replace(/^\^/, `^[${opening}${closing}]*`), label.flags);
  return {
    ...tab,
    fill: (label, text, within) => {
      typed.push(text);
      return tab.fill(loose(label), text, within);
    },
    type: (text) => {
      typed.push(text);
      return tab.type(text);
    },
    choose: (label, option, within) => tab.choose(loose(label), option, within),
  };
}

function textsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}
