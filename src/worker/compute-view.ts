/** Every view query to the read model that answers it. */
import { computeAlertsView } from '../views/compute-alerts-view.ts';
import { computeDaysView } from '../views/compute-days-view.ts';
import { computeDraftMapView } from '../views/compute-draft-map-view.ts';
import { computeEditorView } from '../views/compute-editor-view.ts';
import { computeFlowView } from '../views/compute-flow-view.ts';
import { computeFlowsView } from '../views/compute-flows-view.ts';
import { computeLanesView } from '../views/compute-lanes-view.ts';
import { computeLogView } from '../views/compute-log-view.ts';
import { computeMapView } from '../views/compute-map-view.ts';
import { computeNowView } from '../views/compute-now-view.ts';
import { computeOffersView } from '../views/compute-offers-view.ts';
import { computePeopleView } from '../views/compute-people-view.ts';
import { computePersonWorkView } from '../views/compute-person-view.ts';
import { computePlanView } from '../views/compute-plan-view.ts';
import { computePrintView } from '../views/compute-print-view.ts';
import { computeSearchView } from '../views/compute-search-view.ts';
import { computeStepView } from '../views/compute-step-view.ts';
import type { FindPlacement } from '../views/draw-map.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import { searchToMatcher } from './search-to-matcher.ts';
import type { ViewByKind, ViewQuery } from './messages.ts';

type ScreenQuery = Exclude<ViewQuery, { kind: 'app' | 'leaving' }>;

export function computeView(
  query: ScreenQuery,
  space: SpaceSnapshot,
  now: number,
  findPlacement: FindPlacement,
): ViewByKind[ScreenQuery['kind']] {
  switch (query.kind) {
    case 'now':
      return computeNowView(space, now);
    case 'flows':
      return computeFlowsView(space, now);
    case 'flow':
      return computeFlowView(space, query.run, now);
    case 'map':
      return computeMapView(space, query.run, now, findPlacement);
    case 'days':
      return computeDaysView(space, query.run, now);
    case 'lanes':
      return computeLanesView(space, query.run, now);
    case 'step':
      return computeStepView(space, query.run, query.key, now);
    case 'print':
      return computePrintView(space, query.run, now);
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
    case 'search':
      return computeSearchView(space, now);
    case 'editor':
      return computeEditorView(space, query.workflow);
    case 'draftMap':
      return computeDraftMapView(space, query.workflow, findPlacement);
    case 'log':
      return computeLogView(space, query, now, searchToMatcher(query.search));
  }
}
