// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, expect, it, vi } from 'vitest';
import { editorWords } from '../../src/i18n/core/en/editor.ts';
import { mapWords } from '../../src/i18n/core/en/map.ts';
import { layoutQueries } from '../../src/ui/media.ts';
import { workflowPath } from '../../src/ui/routes.ts';
import { saleEditor, saleMap, saleWorkflow } from '../support/bake-sale-editor.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { stubTurning } from '../support/turned-device.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const label = mapWords(messages.formats).label('Bake sale');

it('stands beside the list of a workflow where there is room, opens its steps, and is there again after', async () => {
  const turn = stubTurning([layoutQueries.panel, '(min-width: 1100px)']);
  openApp(workflowPath(saleWorkflow), (query) =>
    query.kind === 'editor' ? saleEditor : query.kind === 'draftMap' ? saleMap : tuesdayViews(query),
  );
  await screen.findByRole('button', { name: 'Ask' });
  expect(screen.queryByRole('region', { name: label })).toBeNull();

  turn(true);
  const map = await screen.findByRole('region', { name: label });
  const { nobody, wrong } = editorWords(messages.formats, messages.times);
  expect(
    within(map)
      .getAllByRole('listitem')
      .map((item) => within(item).getByRole('button').getAttribute('aria-label')),
  ).toEqual([`Ask, ${nobody}`, `Bake, ${nobody}, ${wrong}`]);
  fireEvent.click(within(map).getByRole('button', { name: /^Bake/ }));
  const panel = await screen.findByRole('complementary');
  await within(panel).findByDisplayValue('Bake');
  expect(map.closest('[inert]')).not.toBeNull();

  fireEvent.click(within(panel).getByRole('button', { name: messages.frame.close }));
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(map.closest('[inert]')).toBeNull();
  expect(map.isConnected).toBe(true);
});
