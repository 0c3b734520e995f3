// @vitest-environment happy-dom
import { cleanup, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { templates } from '../../src/templates/templates.ts';
import { WorkflowTiles } from '../../src/ui/screens/flows/workflow-tiles.tsx';
import { renderPart } from '../support/render-part.tsx';

afterEach(cleanup);

it('shows a picture of its own on every ready-made workflow, and one for all that people made', () => {
  const own = ['pancakes', 'moving-house'].map((id) => ({ id: asId<WorkflowId>(id), title: id }));
  renderPart(() => (
    <WorkflowTiles
      workflows={[...templates, ...own].map(({ id, title }) => ({
        id,
        title,
        source: 'saved',
        stepCount: 3,
        offers: 0,
        isDraft: false,
      }))}
    />
  ));
  const pictureOf = (title: string): string =>
    screen.getByRole('link', { name: new RegExp(`^${title}`) }).querySelector('svg')?.innerHTML ?? '';
  const shipped = new Set(templates.map(({ title }) => pictureOf(title)));
  expect(shipped.size).toBe(templates.length);
  expect(pictureOf('pancakes')).toBe(pictureOf('moving-house'));
  expect(shipped).not.toContain(pictureOf('pancakes'));
  expect(shipped).not.toContain('');
});
