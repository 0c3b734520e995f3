/** What the page asks of the worker about people, the days that they have off, and roles. */
import type { LocalDate } from '../model/fact.ts';
import type { PersonId, RoleId } from '../model/ids.ts';
import type { PersonChange } from '../model/person.ts';

export type PeopleIntent =
  | { readonly kind: 'chooseMe'; readonly person: PersonId }
  /** What is said about somebody; the runs that are going on hear of it with the same intent. */
  | { readonly kind: 'changePerson'; readonly person: PersonId; readonly set: PersonChange }
  /** A day on which nobody works, and what it is called; `null` takes it away. */
  | { readonly kind: 'setHoliday'; readonly date: LocalDate; readonly name: string | null }
  /** A new role when none is given; the people are all who are in it from now on. */
  | {
      readonly kind: 'saveRole';
      readonly role?: RoleId;
      readonly name: string;
      readonly people: readonly PersonId[];
    }
  | { readonly kind: 'removeRole'; readonly role: RoleId };
