/**
 * What the first screen shows on a device where Baton has never been: the same as the household would say, without
 * its program, which is a hundred times as large. `null`: only the household can tell.
 */
import type { ViewByKind, ViewQuery } from './messages.ts';
import { shipped } from './shipped-workflows.ts';

export function newcomerView(query: ViewQuery): ViewByKind['app' | 'flows'] | null {
  switch (query.kind) {
    case 'app':
      return {
        kind: 'app',
        stage: 'empty',
        spaceName: '',
        access: 'alone',
        mayChange: true,
        me: null,
        guestOf: null,
        here: [],
        problems: [],
        sync: {
          state: 'alone',
          syncedAt: null,
          pending: false,
          refusal: null,
          clockOffBy: null,
          otherTab: false,
        },
        holdingCount: 0,
        alertCount: 0,
        spaces: [],
        shared: false,
      };
    case 'flows':
      return {
        kind: 'flows',
        active: [],
        workflows: shipped.map(({ id, title, source, stepCount }) => {
          return { id, title, source, stepCount, offers: 0, isDraft: false };
        }),
        drafts: [],
        finished: [],
        recurring: [],
      };
    default:
      return null;
  }
}
