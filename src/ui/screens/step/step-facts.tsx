/** What the step needs to know and what it tells; a tap fills in or changes either. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactId } from '../../../model/ids.ts';
import type { FactView } from '../../../views/fact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { FactRows } from '../facts/fact-rows.tsx';
import styles from './step-parts.module.css';

export function StepFacts(props: { readonly step: StepView; readonly onEdit: (fact: FactId) => void }) {
  const messages = useMessages();
  return (
    <>
      <Group
        title={messages.step.needs}
        facts={props.step.reads}
        step={props.step}
        fixed={!props.step.mayPlan}
        onEdit={props.onEdit}
      />
      <Group
        title={messages.step.tells}
        facts={props.step.writes}
        step={props.step}
        fixed={!props.step.mayTalk}
        onEdit={props.onEdit}
      />
    </>
  );
}

function Group(props: {
  readonly title: string;
  readonly facts: readonly FactView[];
  readonly step: StepView;
  readonly fixed: boolean;
  readonly onEdit: (fact: FactId) => void;
}) {
  const messages = useMessages();
  const known = () => props.facts.filter(({ value }) => value !== null).length;
  return (
    <Show when={props.facts.length > 0}>
      <div>
        <h3 class={styles.label}>
          {props.title}
          <span>{messages.facts.count(known(), props.facts.length)}</span>
        </h3>
        <FactRows
          run={props.step.run}
          facts={props.facts}
          label={props.title}
          fixed={props.fixed}
          onEdit={props.onEdit}
        />
      </div>
    </Show>
  );
}

/** The fact of this id among those that the step shows. */
export function factOfStep(step: StepView, fact: FactId | null): FactView | undefined {
  return [...step.writes, ...step.reads].find((each) => each.fact === fact);
}

/** Said at the step only where the step tells it; elsewhere somebody just knows it. */
export function isToldBy(step: StepView, fact: FactId): boolean {
  return step.writes.some((each) => each.fact === fact);
}
