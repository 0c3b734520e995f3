/** Changing what is said about a person, and telling the runs that are going on. */
import { isZone } from '../../i18n/core/zoned.ts';
import { personFieldChecks } from '../../model/decode-person.ts';
import { isSame } from '../../model/is-same.ts';
import { isText } from '../../model/json-shape.ts';
import { omit } from '../../model/omit.ts';
import type { Channels, Person, PersonChange } from '../../model/person.ts';
import { changePerson } from '../../store/space-people.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { done, failed, type IntentContext, settle } from './intent-context.ts';
import { tellRuns } from './tell-runs.ts';

type ChangeIntent = Extract<Intent, { kind: 'changePerson' }>;

/** Typed addresses without the space around them; without any there is nothing to say. */
function tidyChannels(channels: Channels): Channels | null {
  const filled = Object.entries(channels).flatMap(([name, value]: [string, string]) =>
    value.trim() === '' ? [] : [[name, value.trim()]],
  );
  return filled.length === 0 ? null : (Object.fromEntries(filled) as Channels);
}

function tidy(set: PersonChange): PersonChange {
  return {
    ...set,
    ...(set.name !== undefined && { name: set.name.trim() }),
    ...(set.channels && { channels: tidyChannels(set.channels) }),
    ...(set.away?.length === 0 && { away: null }),
  };
}

/** What a device would pass over when it reads it, or a zone without times. */
function isUnreadable(set: PersonChange): boolean {
  return Object.entries(omit(set, 'name')).some(([field, value]) => {
    if (value === null || value === undefined) return false;
    if (!Object.hasOwn(personFieldChecks, field)) return true;
    if (field === 'zone' && !(isText(value) && isZone(value))) return true;
    return !personFieldChecks[field as keyof typeof personFieldChecks](value);
  });
}

/** Only what is another now: a field that is written again would win over what somebody else just said. */
function findNews(person: Person, set: PersonChange): PersonChange {
  const news = Object.entries(set).filter(
    ([field, value]) => value !== undefined && !isSame(person[field as keyof Person] ?? null, value),
  );
  return Object.fromEntries(news);
}

export async function changePersonOf(context: IntentContext, intent: ChangeIntent): Promise<IntentResult> {
  const session: SpaceSession | null = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const set = tidy(intent.set);
  if (set.name === '') return failed({ type: 'emptyName' });
  if (isUnreadable(set)) return failed({ type: 'unreadableInput' });
  const known = session.people().find((person) => person.id === intent.person);
  if (known === undefined) return failed({ type: 'unknownPerson' });
  const news = findNews(known, set);
  if (Object.keys(news).length === 0) return done();
  changePerson(session.document.doc, intent.person, news);
  return settle(context, [session.document, ...(await tellRuns(context, session))]);
}
