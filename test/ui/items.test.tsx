// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { itemWords } from '../../src/i18n/core/en/items.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { runPath } from '../../src/ui/routes.ts';
import { StartForm } from '../../src/ui/screens/start/start-form.tsx';
import { computeRailLayout } from '../../src/views/rail-layout.ts';
import { add, ben, campPlan, child, close, finish, mia, rename, startCamps } from '../support/camps.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { renderPart } from '../support/render-part.tsx';
import { ana, type Device, makeDevice, run } from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';

afterEach(cleanup);
// The test's document has no popovers.
HTMLElement.prototype.hidePopover = () => undefined;

const words = itemWords(messages.formats);

function openRail(device: Device) {
  return openApp(runPath(run), (query) =>
    query.kind === 'flow' ? computeFlowView(spaceOf(device, ana), run, start) : tuesdayViews(query),
  );
}

describe('what is done once for each, in the rail', () => {
  it('stands under the name of each, and what is over for one is put away until it is asked for', async () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    openRail(device);
    const rail = await screen.findByRole('region', { name: messages.flow.steps });
    const mias = await within(rail).findByRole('button', { name: words.show('Mia') });
    await within(rail).findByRole('heading', { name: 'Ben' });
    within(rail).getByRole('link', { name: /^register · Ben/ });
    expect(within(rail).queryByRole('link', { name: /^pay · Mia/ })).toBeNull();
    fireEvent.click(mias);
    await within(rail).findByRole('link', { name: /^pay · Mia/ });
  });

  it('[J7] goes on without the rest once something of it is done, and asks before', async () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia, 'choose');
    const household = openRail(device);
    fireEvent.click(await screen.findByRole('button', { name: words.enough }));
    const sheet = await screen.findByRole('dialog');
    within(sheet).getByText(words.enoughHint('Children'));
    fireEvent.click(within(sheet).getByRole('button', { name: words.enoughConfirm }));
    await waitFor(() =>
      expect(household.intents).toMatchObject([{ command: { kind: 'finishItems', section: 'children' } }]),
    );
  });

  it('takes one more while the list is open, and closes it', async () => {
    const household = openRail(startCamps());
    fireEvent.click(await screen.findByRole('button', { name: words.add('child') }));
    const sheet = await screen.findByRole('dialog');
    const name = within(sheet).getByLabelText(words.nameOf);
    fireEvent.input(name, { target: { value: ' Zoe ' } });
    fireEvent.click(within(sheet).getByRole('button', { name: words.addConfirm }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    expect(household.intents[0]).toMatchObject({
      command: { kind: 'addItem', section: 'children', name: 'Zoe' },
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: words.thatsAll }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({
        command: { kind: 'closeItems', section: 'children' },
      }),
    );
  });

  it('opens a complete list for one more, and closes it again', async () => {
    const device = startCamps();
    device.do(close);
    const household = openRail(device);
    fireEvent.click(await screen.findByRole('button', { name: words.oneMore('child') }));
    const sheet = await screen.findByRole('dialog');
    fireEvent.input(within(sheet).getByLabelText(words.nameOf), { target: { value: 'Zoe' } });
    fireEvent.click(within(sheet).getByRole('button', { name: words.addConfirm }));
    await waitFor(() => expect(household.intents).toHaveLength(3));
    const kinds = household.intents.map((intent) => intent.kind === 'command' && intent.command.kind);
    expect(kinds).toEqual(['reopenItems', 'addItem', 'closeItems']);
  });

  it('changes a name, and asks which it is when two people gave another', async () => {
    const device = startCamps();
    const apart = makeDevice(ana, 'other');
    apart.receive(device);
    device.do(rename(ben, 'Benno'));
    apart.do(rename(ben, 'Benjamin'));
    device.receive(apart);
    const { name, otherNames } = device.state().items[0]?.items[1] ?? { name: '', otherNames: [] };
    const [other = ''] = otherNames;
    const household = openRail(device);
    const [, menu] = await screen.findAllByRole('menuitem', { name: words.rename, hidden: true });
    fireEvent.click(menu as HTMLElement);
    const sheet = await screen.findByRole('dialog', { name: words.renameTitle(name) });
    fireEvent.input(within(sheet).getByLabelText(words.nameOf), { target: { value: 'Bennie' } });
    fireEvent.click(within(sheet).getByRole('button', { name: words.renameConfirm }));
    const renamed = (to: string) => ({ command: { kind: 'renameItem', item: 'ben', name: to } });
    await waitFor(() => expect(household.intents.at(-1)).toMatchObject(renamed('Bennie')));
    fireEvent.click(screen.getByRole('button', { name: words.keepName(name) }));
    await waitFor(() => expect(household.intents.at(-1)).toMatchObject(renamed(name)));
    fireEvent.click(screen.getByRole('button', { name: words.takeName(other) }));
    await waitFor(() => expect(household.intents.at(-1)).toMatchObject(renamed(other)));
  });

  it('asks before somebody is called off, and offers to keep one of two of one name', async () => {
    const device = startCamps();
    device.do(add(child('mia2', 'Mia')));
    const household = openRail(device);
    fireEvent.click(await screen.findByRole('menuitem', { name: words.cancel('Ben'), hidden: true }));
    const sheet = await screen.findByRole('dialog', { name: words.cancelTitle('Ben') });
    fireEvent.click(within(sheet).getByRole('button', { name: words.cancelConfirm }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({ command: { kind: 'cancelItem', item: 'ben' } }),
    );
    fireEvent.click(screen.getByRole('button', { name: words.keepOne }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({ command: { kind: 'cancelItem', item: 'mia2' } }),
    );
    fireEvent.click(screen.getByRole('button', { name: words.areTwo }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toMatchObject({ command: { kind: 'acknowledgeAlert' } }),
    );
  });
});

describe('a start that names them', () => {
  it('proposes those that are known, has room for one more, and leaves blank ones out', async () => {
    const definition = { ...campPlan({ items: 'start', known: [mia] }), id: asId<WorkflowId>('camps') };
    const household = renderPart(() => (
      <StartForm
        preview={{ definition, rail: computeRailLayout(definition.steps) }}
        back={{ href: '/', label: 'Back' }}
        onStarted={() => undefined}
      />
    ));
    expect(await screen.findByLabelText(words.first('child'))).toHaveProperty('value', 'Mia');
    fireEvent.input(screen.getByLabelText(words.another('child')), { target: { value: 'Ben' } });
    await waitFor(() => expect(screen.getAllByLabelText(words.another('child'))).toHaveLength(2));
    fireEvent.click(screen.getByRole('button', { name: messages.start.go }));
    await waitFor(() => expect(household.intents.length).toBeGreaterThan(0));
    expect(household.intents.at(-1)).toMatchObject({
      kind: 'startRun',
      items: { children: [{ name: 'Mia' }, { name: 'Ben' }] },
    });
  });
});
