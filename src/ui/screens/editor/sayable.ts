/** What of a step is told in words: whom, when, and what steps, facts and sections are called. */
import type { SayableWhen, StepEditorWords } from '../../../i18n/core/en/step-editor.ts';
import type { FactId, StepId } from '../../../model/ids.ts';
import type { Assignee, ContactDefinition, DateRule } from '../../../model/workflow.ts';
import type { PlanSurface } from './plan-surface.ts';

export function titleOf({ steps }: PlanSurface, id: StepId): string {
  return steps.find((step) => step.id === id)?.title ?? id;
}

export function factName({ facts }: PlanSurface, id: FactId): string {
  return facts.find((fact) => fact.id === id)?.name ?? id;
}

export function sayWho(surface: PlanSurface, words: StepEditorWords, who: Assignee): string {
  switch (who.kind) {
    case 'conductor':
      return words.conductor;
    case 'person': {
      const person = surface.people.find(({ id }) => id === who.person);
      return person === undefined ? words.somebody : person.isMe ? words.you : person.name;
    }
    case 'part':
      return surface.parts.find(({ id }) => id === who.part)?.name ?? words.somebody;
    case 'role':
      return surface.roles.find(({ id }) => id === who.role)?.name ?? words.somebody;
    case 'sameAs':
      return words.didStep(titleOf(surface, who.step));
  }
}

/** Null where it is chosen then. */
export function sayContact(
  surface: PlanSurface,
  words: StepEditorWords,
  to: ContactDefinition['to'],
): string | null {
  if (to === undefined) return null;
  if (to.kind === 'outside') return to.name;
  return to.kind === 'item' ? words.theItem : sayWho(surface, words, to);
}

export function toSayableWhen(surface: PlanSurface, rule: DateRule): SayableWhen {
  const time = rule.time === undefined ? {} : { time: rule.time };
  if (rule.kind === 'date') return { kind: 'date', date: rule.date, ...time };
  const { from, days, workingDays = 0, minutes = 0, working = false } = rule;
  return {
    kind: 'offset',
    from:
      from === 'runStart'
        ? { kind: 'start' }
        : typeof from === 'object'
          ? { kind: 'step', name: titleOf(surface, from.step) }
          : { kind: 'fact', name: factName(surface, from) },
    days,
    workingDays,
    minutes,
    working,
    ...time,
  };
}
