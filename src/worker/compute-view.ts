/** Every view query to the read model that answers it. */
import type { Person } from '../model/person.ts';
import { computeFlowView } from '../views/flow-view.ts';
import { computeFlowsView } from '../views/flows-view.ts';
import { computeLogView } from '../views/log-view.ts';
import { computeNowView } from '../views/now-view.ts';
import { computePeopleView } from '../views/people-view.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import { computeStepView } from '../views/step-view.ts';
import type { ViewByKind, ViewQuery } from './messages.ts';
import type { SpaceSession } from './space-session.ts';
