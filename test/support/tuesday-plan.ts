/** No plan that could be changed on this morning. */
import { asId } from '../../src/model/ids.ts';
import type { PlanView } from '../../src/views/plan-view.ts';

export const noPlan: PlanView = {
  kind: 'plan',
  run: asId<never>('none'),
  title: '',
  mayChange: false,
  steps: [],
  facts: [],
  sections: [],
  parts: [],
  roles: [],
  workflows: [],
  followUps: [],
  choices: [],
  people: [],
  mayKeep: false,
  workflow: null,
  others: 0,
  offer: null,
};
