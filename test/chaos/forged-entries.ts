/** A guest gone mad: writes what no guest may, past the program, into the document that members' devices read. */
import { createRunFold } from '../../src/engine/fold-run.ts';
import { appendRunEntries } from '../../src/store/run-document.ts';
import { openPersistedDocument } from '../../src/store/persisted-document.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { pick } from './member-actions.ts';
import { attachTab, tearOffTab } from './simulated-disk.ts';
import { placedDevices } from './stored-role.ts';
import { logOf, storedDocument } from './stored-space.ts';
import { now, type Owner, runAs } from './virtual-time.ts';
import type { World } from './world.ts';

export async function forgeAsGuest(world: World, random: SeededRandom): Promise<void> {
  const guests = placedDevices(world).flatMap(({ device, record, role, guest }) =>
    role === 'guest' && guest !== null && !device.disk.isFull ? [{ device, space: record.id, guest }] : [],
  );
  const chosen = pick(random, guests);
  if (chosen === null) return;
  const { device, space, guest } = chosen;
  const run = storedDocument(device.disk, device.name, `run/${space}/${guest.run}`);
  if (run === null) return;
  const fold = createRunFold(guest.run);
  fold.add(logOf(run));
  const id = `${guest.guest}.forged${world.nextNumber()}`;
  const somebody = fold.state.context?.people.find((person) => person.id !== guest.person)?.id ?? 'somebody';
  const asked = [
    { type: 'run.cancelled/1', actor: guest.person, data: {} },
    { type: 'note.added/1', actor: somebody, data: { text: id } },
    { type: 'note.added/1', actor: guest.person, data: { text: id } },
  ];
  const wanted = pick(random, asked);
  if (wanted === null) return;
  const entry = { id, run: guest.run, device: 'hostile', at: now(), parents: fold.state.heads, ...wanted };
  device.killAll();
  world.trace.note(`${device.name} forges ${wanted.type}`);
  const owner: Owner = { name: `${device.name}~forging`, dead: false, diskMs: 0 };
  attachTab(owner.name, device.name, owner);
  await runAs(owner, async () => {
    const document = await openPersistedDocument(`${owner.name}/guest/${space}/${guest.guest}`);
    appendRunEntries(document.doc, [entry]);
    if ((await document.durable()).ok) world.roster.forged.add(id);
    await document.close();
  });
  owner.dead = true;
  tearOffTab(owner.name);
  await device.openTab();
}
