/** What people do that no step asks of them: change facts, go away, pause or call things off, name one more. */
import { planIndexOf } from '../../src/engine/decide/plan-index.ts';
import { asId, type ItemId } from '../../src/model/ids.ts';
import { changePerson, readPeople } from '../../src/store/space-people.ts';
import { pick } from '../support/random.ts';
import { bringPeopleIn, giveCommand } from './give-command.ts';
import { changeFact, dayAfter } from './invent-facts.ts';
import { anybodyBut, closeLists, findingOf } from './work-on-step.ts';
import { clockOf, noteSpaceChange, type SimulatedDevice, type World } from './world.ts';

export function meddle(world: World, device: SimulatedDevice): void {
  const { random } = world;
  const { state } = device.fold;
  if (state.status === 'suspended' && random() < 0.15) giveCommand(world, device, { kind: 'resumeRun' });
  if (state.status !== 'running') return;
  if (random() < 0.05) changeSomething(world, device);
  if (random() < 0.03) goAway(world, device);
  nameItems(world, device);
  if (device.person === state.conductor && random() < 0.02) changePlan(world, device);
  if (random() < 0.004) giveCommand(world, device, { kind: 'suspendRun', reason: 'Holidays' });
  if (random() < 0.002) giveCommand(world, device, { kind: 'cancelRun', reason: 'It is off' });
  if (random() < 0.001) giveCommand(world, device, { kind: 'finishRun', reason: 'Good enough' });
}

function changeSomething(world: World, device: SimulatedDevice): void {
  const known = [...device.fold.state.facts.values()].flatMap(({ definition, value }) =>
    value === null || definition.derived !== undefined ? [] : [{ definition, value }],
  );
  if (known.length === 0) return;
  const { definition, value } = pick(world.random, known);
  const changed = changeFact(definition, value, findingOf(world, device));
  giveCommand(world, device, { kind: 'setFact', fact: definition.id, value: changed });
}

function goAway(world: World, device: SimulatedDevice): void {
  const { random, cast } = world;
  const person = readPeople(device.space).find(({ id }) => id === device.person);
  const known = person?.away ?? [];
  if (known.length > 1) return;
  const clock = clockOf(world, device);
  const begins = 1 + Math.floor(random() * 4);
  const period = {
    from: dayAfter(clock, begins, cast.zone),
    to: dayAfter(clock, begins + 1 + Math.floor(random() * 9), cast.zone),
    ...(random() < 0.7 && { coveredBy: anybodyBut(world, device.person) }),
  };
  changePerson(device.space, device.person, { away: [...known, period] });
  noteSpaceChange(world, device);
  bringPeopleIn(world, device);
}

const itemNames = ['Mia', 'Theo', 'Ida', 'Leo', 'Nora', 'Finn'];

function nameItems(world: World, device: SimulatedDevice): void {
  const { random } = world;
  const open = device.fold.state.items.find(({ isOpen }) => isOpen);
  if (open === undefined) return;
  const { section, items } = open;
  if (items.length < 4 && random() < (items.length === 0 ? 0.8 : 0.15)) {
    const name = pick(random, itemNames);
    const item = asId<ItemId>(`${device.id}-${device.commands}`);
    giveCommand(world, device, { kind: 'addItem', section, item, name });
  } else if (items.length > 0 && random() < 0.3) closeLists(world, device);
}

function changePlan(world: World, device: SimulatedDevice): void {
  const { random } = world;
  const { state } = device.fold;
  const open = [...state.current.values()].filter(({ status }) => status === 'created' || status === 'ready');
  if (open.length === 0) return;
  const { occurrence } = pick(random, open);
  if (planIndexOf(state.steps).stepOf(occurrence.step) === undefined) return;
  const date = dayAfter(clockOf(world, device), 2 + Math.floor(random() * 20), world.cast.zone);
  giveCommand(world, device, { kind: 'setStepDue', step: occurrence.step, due: { kind: 'date', date } });
}
