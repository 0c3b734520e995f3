import { beforeEach, describe, expect, it } from 'vitest';
import type { PeopleView } from '../../src/views/people-view.ts';
import type { ViewPatch } from '../../src/worker/messages.ts';
import { makeViewPublisher, type ViewPublisher } from '../../src/worker/view-publisher.ts';

const base: PeopleView = {
  kind: 'people',
  spaceName: '',
  me: null,
  people: [],
  roles: [],
  zone: 'UTC',
  holidays: [],
  invites: [],
  access: 'owner',
  devices: [],
};
let view: PeopleView;
let patches: ViewPatch[];
let publisher: ViewPublisher;

/** Publishing happens once a turn. */
const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 5));

beforeEach(() => {
  view = base;
  patches = [];
  publisher = makeViewPublisher(() => view);
});

describe('the view publisher', () => {
  it('sends a whole view first, then only what differs, and nothing when nothing does', async () => {
    publisher.subscribe({ kind: 'people' }, (patch) => patches.push(patch));
    view = { ...base, spaceName: 'Home' };
    publisher.invalidate();
    await turn();
    view = { ...view, people: [] };
    publisher.invalidate();
    await turn();
    expect(patches).toEqual([base, { spaceName: 'Home' }]);
  });

  it('[W2] shows nothing while a change is on its way to disk, and all of it afterwards', async () => {
    publisher.subscribe({ kind: 'people' }, (patch) => patches.push(patch));
    const release = publisher.hold();
    view = { ...base, spaceName: 'Home' };
    publisher.invalidate();
    const late: ViewPatch[] = [];
    publisher.subscribe({ kind: 'people' }, (patch) => late.push(patch));
    await turn();
    expect(patches).toEqual([base]);
    expect(late).toEqual([]);
    release();
    await turn();
    expect(patches).toEqual([base, { spaceName: 'Home' }]);
    expect(late).toEqual([view]);
  });

  it('sends nothing more to whoever has unsubscribed', async () => {
    const subscription = publisher.subscribe({ kind: 'people' }, (patch) => patches.push(patch));
    publisher.unsubscribe(subscription);
    view = { ...base, spaceName: 'Home' };
    publisher.invalidate();
    await turn();
    expect(patches).toEqual([base]);
  });
});
