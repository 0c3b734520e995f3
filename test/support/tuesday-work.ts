/** Who has what on that Tuesday morning, by person. */
import type { PersonId } from '../../src/model/ids.ts';
import type { PersonWorkView } from '../../src/views/person-view.ts';
import { ana, camps, due, jon, line, noor, sam, trip } from './tuesday-people.ts';

/** Sam has two steps and conducts the trip; nobody else has anything. */
export const personWork = (person: PersonId): PersonWorkView =>
  person === sam.id
    ? {
        kind: 'person',
        person: sam,
        steps: [
          {
            ...line(trip, 'budget', 'Approve the budget', 'late', {
              holder: sam,
              due: due('2026-11-23T18:00:00', true),
            }),
            backup: null,
          },
          {
            ...line(camps, 'forms', 'Hand in the forms', 'next', {
              holder: sam,
              due: due('2026-12-02T23:59:59', false),
            }),
            backup: noor,
          },
        ],
        votes: [],
        conducts: [{ run: trip, title: 'Lisbon board trip' }],
      }
    : {
        kind: 'person',
        person: [ana, noor, jon].find(({ id }) => id === person) ?? null,
        steps: [],
        votes: [],
        conducts: [],
      };
