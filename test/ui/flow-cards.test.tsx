// @vitest-environment happy-dom
import { cleanup, screen } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import type { FlowsView } from '../../src/views/flows-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { tuesdayViews } from '../support/tuesday-morning.ts';

afterEach(cleanup);

it('a suspended flow stays among the active ones and says that it is paused', async () => {
  openApp('/flows', (query) => {
    if (query.kind !== 'flows') return tuesdayViews(query);
    const flows = tuesdayViews(query) as FlowsView;
    const [first] = flows.active;
    if (first === undefined) throw new Error('Nothing runs on Tuesday');
    return { ...flows, active: [{ ...first, status: 'suspended', focus: null }] };
  });
  await screen.findByText(messages.flows.paused);
  expect(screen.queryByText(messages.flows.nobodysTurn)).toBeNull();
});
