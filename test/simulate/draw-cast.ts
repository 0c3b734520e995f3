/** The people of a simulated household, their devices, and who plays which part of a workflow. */
import { asId, type PersonId, type RoleId } from '../../src/model/ids.ts';
import { type DailyHours, type Person, personColours, type Role } from '../../src/model/person.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { pick, pickWeighted, type Random, shuffle } from '../support/random.ts';
import { between, day, drawTemperament, type Habits, habitsFor, hour } from './habits.ts';

export interface Member {
  readonly person: Person;
  readonly habits: Habits;
  /** By how much the clock of each device is wrong, ms; none for who is outside of the household. */
  readonly skews: readonly number[];
}

export interface Cast {
  readonly zone: string;
  readonly members: readonly Member[];
  readonly roles: readonly Role[];
  readonly holidays: readonly string[];
  readonly conductor: PersonId;
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly partRoles: Readonly<Record<string, RoleId>>;
}

const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'];
const zones = ['Europe/Lisbon', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata'];
const outsider = asId<PersonId>('mara');
const team = asId<RoleId>('team');
const office: DailyHours = { from: '09:00', to: '17:00' };
const officeWeek = [office, office, office, office, office, null, null];

/** `year`: in which it plays, for its holidays. */
export function drawCast(random: Random, definition: WorkflowDefinition, year: number): Cast {
  const zone = pick(random, zones);
  const count = 3 + Math.floor(random() * 3);
  const members = names.slice(0, count).map((name, index) => drawMember(random, name, index));
  const people = members.map(({ person }) => person.id);
  const roles: readonly Role[] =
    random() < 0.3 ? [{ id: team, name: 'Team', people: people.slice(0, 2 + Math.floor(random() * 2)) }] : [];
  const hasOutsider = random() < 0.15;
  const parts: Record<string, PersonId> = {};
  const partRoles: Record<string, RoleId> = {};
  const voting = new Set(
    definition.steps.flatMap(({ approval }) =>
      (approval?.by ?? []).flatMap((who) => (who.kind === 'part' ? [who.part] : [])),
    ),
  );
  const voters = [...shuffle(random, people)];
  for (const { id } of definition.parts) {
    if (roles.length > 0 && random() < 0.2) partRoles[id] = team;
    // Whoever is outside has no vote: nobody but them could give it.
    else if (hasOutsider && !voting.has(id) && random() < 0.3) parts[id] = outsider;
    // Several votes are of several people.
    else if (voting.has(id)) parts[id] = voters.pop() ?? pick(random, people);
    else parts[id] = pick(random, people);
  }
  const outside: readonly Member[] = hasOutsider
    ? [
        {
          person: { id: outsider, name: 'Mara', colour: 'clay', outside: true },
          habits: habitsFor('outside'),
          skews: [],
        },
      ]
    : [];
  return {
    zone,
    members: [...members, ...outside],
    roles,
    holidays: random() < 0.4 ? [`${year}-05-01`, `${year}-12-25`] : [],
    conductor: pick(random, people),
    parts,
    partRoles,
  };
}

function drawMember(random: Random, name: string, index: number): Member {
  const person: Person = {
    id: asId<PersonId>(name.toLowerCase()),
    name,
    colour: personColours[index] ?? 'sand',
    ...(random() < 0.15 && { zone: pick(random, zones) }),
    ...(random() < 0.3 && { quiet: { from: '20:00', to: '08:30' } }),
    ...(random() < 0.4 && { workingHours: officeWeek }),
  };
  const skews = random() < 0.35 ? [drawSkew(random), drawSkew(random, true)] : [drawSkew(random)];
  return { person, habits: habitsFor(drawTemperament(random)), skews };
}

/** Mostly right; a few minutes or hours; of a second device now and then a year. */
function drawSkew(random: Random, isSecond = false): number {
  const most = pickWeighted(random, [
    [5, 0],
    [3, 5 * 60_000],
    [2, 2 * hour],
    [1, 12 * hour],
    [isSecond ? 1 : 0, 365 * day],
  ] as const);
  return between(random, [-most, most]);
}
