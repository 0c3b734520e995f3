/** What can be found on Tuesday morning: all that the other views of it name. */
import type { FlowView } from '../../src/views/flow-view.ts';
import type { FlowsView } from '../../src/views/flows-view.ts';
import type { PeopleView } from '../../src/views/people-view.ts';
import type { SearchView } from '../../src/views/search-view.ts';

export function searchThrough(flowsView: FlowsView, flowView: FlowView, peopleView: PeopleView): SearchView {
  return {
    kind: 'search',
    flows: flowsView.active.map(({ run, title }) => ({ run, title, over: false })),
    steps: flowView.rows.map(({ run, runTitle, key, title, tone, holder }) => ({
      run,
      runTitle,
      key,
      title,
      tone,
      holder,
    })),
    facts: flowView.facts.map(({ fact, name, kind, options, value, person }) => ({
      run: flowView.run,
      runTitle: flowView.title,
      fact,
      name,
      kind,
      options,
      value,
      person,
    })),
    people: peopleView.people,
    workflows: flowsView.workflows,
  };
}
