/** A device before there is a household on it, and the business trip as it is offered there. */
import { businessTrip } from '../../src/templates/business-trip.ts';
import { computeRailLayout } from '../../src/views/rail-layout.ts';
import type { ViewByKind, ViewQuery, WorkflowPreview } from '../../src/worker/messages.ts';
import { appView, tuesdayViews } from './tuesday-morning.ts';

export const tripPreview: WorkflowPreview = {
  definition: businessTrip,
  rail: computeRailLayout(businessTrip.steps),
};

export function freshViews(query: ViewQuery): ViewByKind[keyof ViewByKind] | undefined {
  switch (query.kind) {
    case 'app':
      return { ...appView, stage: 'empty', spaceName: '', me: null, holdingCount: 0 };
    case 'flows':
      return {
        kind: 'flows',
        active: [],
        workflows: [
          {
            id: businessTrip.id,
            title: businessTrip.title,
            source: 'template',
            stepCount: businessTrip.steps.filter(({ fallbackOf }) => fallbackOf === undefined).length,
            offers: 0,
            isDraft: false,
          },
        ],
        drafts: [],
        finished: [],
        recurring: [],
      };
    case 'people':
      return {
        kind: 'people',
        spaceName: '',
        me: null,
        roles: [],
        people: [],
        zone: 'UTC',
        holidays: [],
        invites: [],
        access: 'alone',
        devices: [],
      };
    default:
      return tuesdayViews(query);
  }
}
