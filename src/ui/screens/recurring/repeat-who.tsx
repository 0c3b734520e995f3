/** Who conducts each run, who has which part, and the dates that each start gives. */
import { For, Show } from 'solid-js';
import type { FactId, PersonId } from '../../../model/ids.ts';
import type { WorkflowDefinition } from '../../../model/workflow.ts';
import type { PersonView } from '../../../views/shared.ts';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import styles from './recurring.module.css';
import { dateFactsOf, type RepeatForm } from './repeat-form.ts';
import { useRecurringWords } from './use-recurring-words.ts';

export function RepeatWho(props: {
  readonly form: RepeatForm;
  readonly definition: WorkflowDefinition;
  readonly people: readonly PersonView[];
  readonly onChange: (change: Partial<RepeatForm>) => void;
}) {
  const words = useRecurringWords();
  const nameOf = (person: PersonView): string => (person.isMe ? words.me : person.name);
  const setFact = (fact: FactId, days: string): void =>
    props.onChange({ facts: { ...props.form.facts, [fact]: days } });
  return (
    <div class={styles.group}>
      <SelectField
        label={words.conductor}
        value={props.form.conductor ?? ''}
        onChoose={(person) => props.onChange({ conductor: person as PersonId })}
      >
        <For each={props.people}>
          {(person) => (
            <option value={person.id} selected={props.form.conductor === person.id}>
              {nameOf(person)}
            </option>
          )}
        </For>
      </SelectField>
      <For each={props.definition.parts}>
        {(part) => (
          <SelectField
            label={part.name}
            value={props.form.parts[part.id] ?? ''}
            onChoose={(person) =>
              props.onChange({ parts: { ...props.form.parts, [part.id]: person as PersonId | '' } })
            }
          >
            <For each={props.people}>
              {(person) => (
                <option value={person.id} selected={props.form.parts[part.id] === person.id}>
                  {nameOf(person)}
                </option>
              )}
            </For>
            <option value="" selected={(props.form.parts[part.id] ?? '') === ''}>
              {words.later}
            </option>
          </SelectField>
        )}
      </For>
      <Show when={dateFactsOf(props.definition).length > 0}>
        <For each={dateFactsOf(props.definition)}>
          {(fact) => (
            <Field
              label={words.factAfter(fact.name)}
              inputMode="numeric"
              maxLength={5}
              value={props.form.facts[fact.id] ?? ''}
              onInput={(days) => setFact(fact.id, days)}
            />
          )}
        </For>
      </Show>
    </div>
  );
}
