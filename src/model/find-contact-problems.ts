/** What is wrong with whom a plan's steps get in touch with, and with what they say. In definition order. */
import { factsOfContact } from './contact-text.ts';
import type { StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

export function findContactProblems({
  facts,
  steps,
  sections = [],
}: Pick<WorkflowDefinition, 'facts' | 'steps' | 'sections'>): readonly WorkflowProblem[] {
  if (!steps.some(isAboutContact)) return [];
  const known = new Set(facts.map(({ id }) => id));
  const inItems = new Set(sections.flatMap((each) => (each.perItem === undefined ? [] : each.steps)));
  return steps.flatMap(({ id: step, kind, contact }): readonly WorkflowProblem[] => {
    if (contact === undefined) return kind === 'contact' ? [{ type: 'contactWithoutWay', step }] : [];
    const unknown = factsOfContact(contact).filter((fact) => !known.has(fact));
    return [
      ...unknown.map((fact) => ({ type: 'unknownFact', fact, step }) as const),
      ...(needsNumber(contact) || (contact.to?.kind === 'item' && !inItems.has(step))
        ? [{ type: 'contactWithNobody', step } as const]
        : []),
    ];
  });
}

function isAboutContact({ kind, contact }: StepDefinition): boolean {
  return kind === 'contact' || contact !== undefined;
}

/** A mail or a shared text finds its reader on its way; a number has to be somebody's. */
function needsNumber({ how, to }: NonNullable<StepDefinition['contact']>): boolean {
  return to === undefined && (how === 'call' || how === 'text');
}
