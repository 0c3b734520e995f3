/**
 * The facts and sections of a plan with those that other workflows brought [B6]. What came with steps that were all
 * taken out again goes with them, except a fact that another step has to do with meanwhile.
 */
import type { RunEventOf } from '../../model/event.ts';
import type { FactDefinition } from '../../model/fact.ts';
import type { StepId } from '../../model/ids.ts';
import type { SectionDefinition, StepDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import { computeFactIndex } from '../facts/readers.ts';

interface Shared {
  readonly facts: readonly FactDefinition[];
  readonly sections: readonly SectionDefinition[];
}

const none: readonly never[] = [];

/** `patches` in total order: of two under one id the first counts. `steps`: patched, removed ones too. */
export function withAddedFlows(
  { facts, sections = none }: Pick<WorkflowDefinition, 'facts' | 'sections'>,
  patches: readonly Pick<RunEventOf<'run.patched/2'>, 'data'>[],
  steps: readonly StepDefinition[],
  removed: ReadonlySet<StepId>,
): Shared {
  const flows = patches
    .flatMap(({ data }) => data.operations)
    .filter((operation) => operation.kind === 'addFlow');
  if (flows.length === 0) return { facts, sections };
  const factById = new Map(facts.map((fact) => [fact.id, fact]));
  const sectionById = new Map(sections.map((section) => [section.id, section]));
  const doubted = new Set<FactDefinition>();
  for (const flow of flows) {
    const isGone = flow.steps.length > 0 && flow.steps.every(({ id }) => removed.has(id));
    for (const fact of flow.facts) {
      if (factById.has(fact.id)) continue;
      factById.set(fact.id, fact);
      if (isGone) doubted.add(fact);
    }
    if (isGone) continue;
    for (const section of flow.sections)
      if (!sectionById.has(section.id)) sectionById.set(section.id, section);
  }
  const all = [...factById.values()];
  return { facts: withoutUnused(all, doubted, steps, removed), sections: [...sectionById.values()] };
}

function withoutUnused(
  facts: readonly FactDefinition[],
  doubted: ReadonlySet<FactDefinition>,
  steps: readonly StepDefinition[],
  removed: ReadonlySet<StepId>,
): readonly FactDefinition[] {
  if (doubted.size === 0) return facts;
  const used = computeFactIndex(
    facts,
    steps.filter(({ id }) => !removed.has(id)),
  );
  const isUsed = ({ id }: FactDefinition): boolean => {
    const use = used.get(id);
    return use !== undefined && Object.values(use).some((by: readonly StepId[]) => by.length > 0);
  };
  return facts.filter((fact) => !doubted.has(fact) || isUsed(fact));
}
