/** Words about roles: sets of people, any of whom may have a step. Loaded with the People screen. */
import type { Formats } from '../formats.ts';

export function roleWords(f: Formats) {
  return {
    title: 'Roles',
    none: 'None yet',
    add: 'Add a role',
    change: 'Change',
    changeRole: (name: string): string => `Change: ${name}`,
    hint: 'Any of them can take a step of the role, and each of them has a vote.',
    name: 'What it is called',
    namePlaceholder: 'Drivers',
    who: 'Who is in it?',
    people: (names: readonly string[]): string => (names.length === 0 ? 'Nobody yet' : f.list(names)),
    save: 'Save',
    remove: 'Remove the role',
    removeWhat: (name: string): string => `Remove ${name}?`,
    removeHint: 'Nobody votes in its name any more, and what it has goes to whoever conducts the flow.',
    removeIt: 'Remove it',
    keep: 'Keep it',
  };
}
