/** Every view query to the read model that answers it. */
import { computeAlertsView } from '../views/compute-alerts-view.ts';
import { computeFlowView } from '../views/compute-flow-view.ts';
import { computeFlowsView } from '../views/compute-flows-view.ts';
import { computeLogView } from '../views/compute-log-view.ts';
import { computeNowView } from '../views/compute-now-view.ts';
import { computeOffersView } from '../views/compute-offers-view.ts';
import { computePeopleView } from '../views/compute-people-view.ts';
import { computePersonWorkView } from '../views/compute-person-view.ts';
import { computePlanView } from '../views/compute-plan-view.ts';
import { computeStepView } from '../views/compute-step-view.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import type { ViewByKind, ViewQuery } from './messages.ts';

type ScreenQuery = Exclude<ViewQuery, { kind: 'app' | 'leaving' }>;

export function computeView(
  query: ScreenQuery,
  space: SpaceSnapshot,
  now: number,
): ViewByKind[ScreenQuery['kind']] {
  switch (query.kind) {
    case 'now':
      return computeNowView(space, now);
    case 'flows':
      return computeFlowsView(space, now);
    case 'flow':
      return computeFlowView(space, query.run, now);
    case 'step':
      return computeStepView(space, query.run, query.key, now);
    case 'plan':
      return computePlanView(space, query.run, now);
    case 'offers':
      return computeOffersView(space, query.workflow, now);
    case 'people':
      return computePeopleView(space, now);
    case 'person':
      return computePersonWorkView(space, query.person, now);
    case 'alerts':
      return computeAlertsView(space, now);
    case 'log':
      return computeLogView(space, query.limit, now);
  }
}
