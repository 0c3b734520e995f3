// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { togetherWords } from '../../src/i18n/core/en/together.ts';
import type { TogetherView } from '../../src/views/together-view.ts';
import { actionsOf, commandsOf, hotelAddress, hotelStep, openStep, press } from '../support/open-step.tsx';
import { messages } from '../support/render-app.tsx';
import { ref, sam } from '../support/tuesday-people.ts';

afterEach(cleanup);

const words = togetherWords(messages.formats);
const flight = ref('flight', 'Book flights', 'theirs');

function together(more: Partial<TogetherView>): { readonly together: TogetherView } {
  return {
    together: { rules: [{ kind: 'oneAtATime', name: 'Bookings' }], underWay: [], overlaps: [], ...more },
  };
}

describe('What is not done side by side', () => {
  it('[T1] says so at the step, and lets somebody say that they begin', async () => {
    const household = openStep(hotelAddress, { ...together({}), actions: actionsOf({ begin: true }) });
    await screen.findByText('Bookings: one at a time');
    await press(words.begin('oneAtATime'));
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'startStep', occurrence: hotelStep }]),
    );
  });

  it('[T1] names what it waits for, and who is at it', async () => {
    openStep(hotelAddress, {
      ...together({ underWay: [{ step: flight, holder: sam }] }),
      actions: actionsOf({}),
    });
    await screen.findByText('Waits until “Book flights” is done');
    await screen.findByText(/Sam is at it/);
    expect(screen.queryByRole('button', { name: words.begin('oneAtATime') })).toBeNull();
  });

  it('[T4] tells what goes on at the same time, and offers to give way', async () => {
    const overlap = { step: flight, by: sam, kind: 'oneAtATime', isGoing: true } as const;
    const household = openStep(hotelAddress, {
      ...together({ overlaps: [overlap] }),
      actions: actionsOf({ pause: true }),
    });
    await screen.findByText('“Book flights” goes on at the same time');
    await screen.findByText(/Sam began it without having heard of this/);
    await press(words.pause);
    await waitFor(() =>
      expect(commandsOf(household)).toEqual([{ kind: 'pauseStep', occurrence: hotelStep }]),
    );
  });

  it('[T3] [T4] of two options that were both begun one can be called off', async () => {
    const overlap = { step: flight, by: null, kind: 'firstBegun', isGoing: true } as const;
    const household = openStep(hotelAddress, {
      ...together({ rules: [{ kind: 'firstBegun', name: 'Ways' }], overlaps: [overlap] }),
      actions: actionsOf({ cancel: true }),
    });
    await press(words.callOff);
    await waitFor(() =>
      expect(commandsOf(household)).toMatchObject([{ kind: 'cancelStep', occurrence: hotelStep }]),
    );
  });

  it('[T4] what is over is told without asking for anything', async () => {
    const overlap = { step: flight, by: sam, kind: 'oneAtATime', isGoing: false } as const;
    openStep(hotelAddress, { ...together({ overlaps: [overlap] }), actions: actionsOf({ pause: true }) });
    await screen.findByText('It went on at the same time as “Book flights”');
    expect(screen.queryByRole('button', { name: words.pause })).toBeNull();
  });
});
