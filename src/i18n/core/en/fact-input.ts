/** The words of the fields in which facts are filled in, and what is wrong with what was typed. */
import type { Formats } from '../formats.ts';

export type FactKindName =
  | 'text'
  | 'number'
  | 'money'
  | 'date'
  | 'instant'
  | 'duration'
  | 'place'
  | 'person'
  | 'choice'
  | 'link'
  | 'file';

/** Why what was typed is no value. */
export type FactProblem =
  | 'notANumber'
  | 'notADay'
  | 'noDay'
  | 'noTime'
  | 'notAZone'
  | 'notALength'
  | 'notALink'
  | 'linkScheme';

export function factInputWords(f: Formats) {
  return {
    kind: (kind: FactKindName): string => {
      switch (kind) {
        case 'text':
          return 'Text';
        case 'number':
          return 'Number';
        case 'money':
          return 'Amount';
        case 'date':
          return 'Day';
        case 'instant':
          return 'Day and time';
        case 'duration':
          return 'How long';
        case 'place':
          return 'Place';
        case 'person':
          return 'Person';
        case 'choice':
          return 'Choice';
        case 'link':
          return 'Link';
        case 'file':
          return 'File';
      }
    },
    /** What stands in an empty field; empty where the field says it itself. */
    placeholder: (kind: FactKindName): string => {
      switch (kind) {
        case 'number':
        case 'money':
          return f.number(0);
        case 'place':
          return 'Address or name';
        case 'link':
          return 'https://';
        case 'file':
          return 'The name people find it under';
        case 'text':
        case 'date':
        case 'instant':
        case 'duration':
        case 'person':
        case 'choice':
          return '';
      }
    },
    currency: 'Currency',
    usedMost: 'Used most',
    allCurrencies: 'All',
    day: 'Day',
    time: 'Time',
    zone: 'Time zone',
    zoneHint: 'Type a city',
    changeZone: (zone: string): string => `${zone}. Change the time zone`,
    hours: 'Hours',
    minutes: 'Minutes',
    none: 'Not known',
    problem: (problem: FactProblem): string => {
      switch (problem) {
        case 'notANumber':
          return `That is no number. Write it like ${f.number(1234.5)}.`;
        case 'notADay':
          return 'There is no such day.';
        case 'noDay':
          return 'Choose the day as well.';
        case 'noTime':
          return 'Set the time as well.';
        case 'notAZone':
          return 'That time zone is not known. Choose one from the list.';
        case 'notALength':
          return 'Write whole hours and minutes.';
        case 'notALink':
          return 'That is no web address. It looks like https://example.org.';
        case 'linkScheme':
          return 'Only addresses that begin with http or https can be opened.';
      }
    },
  };
}
