/** On which fact it depends whether a step is wanted: "only if Amount is at least 10,000". */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactCondition, FactDefinition } from '../../../model/fact.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { FactInput } from '../facts/fact-input.tsx';
import styles from './step-editor.module.css';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

type Test = FactCondition['is'];

/** Only what has an order can be more or less than something. */
function testsOf(kind: FactDefinition['kind']): readonly Test[] {
  switch (kind) {
    case 'number':
    case 'money':
    case 'date':
    case 'instant':
    case 'duration':
      return ['set', 'notSet', 'equal', 'notEqual', 'above', 'atLeast', 'below', 'atMost'];
    default:
      return ['set', 'notSet', 'equal', 'notEqual'];
  }
}

export function OnlyIfFields(props: StepPartProps) {
  const messages = useMessages();
  const words = useStepEditorWords();
  const condition = () => props.step.onlyIf;
  const fact = () => props.surface.facts.find(({ id }) => id === condition()?.fact);
  const chooseFact = (id: string): void => {
    const chosen = props.surface.facts.find((each) => each.id === id);
    props.set({ onlyIf: chosen === undefined ? null : { fact: chosen.id, is: 'set' } });
  };
  /** What is compared stays as it was; without anything to compare with nothing is compared yet. */
  const chooseTest = (is: Test): void => {
    const known = condition();
    if (known === undefined) return;
    if (is === 'set' || is === 'notSet') return props.set({ onlyIf: { fact: known.fact, is } });
    const value = 'value' in known ? known.value : firstValue(fact());
    if (value !== null) props.set({ onlyIf: { fact: known.fact, is, value } });
  };
  const compared = () => {
    const known = condition();
    return known !== undefined && 'value' in known ? known : undefined;
  };
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{words.onlyIf}</legend>
      <SelectField label={words.onlyIf} value={condition()?.fact ?? ''} onChoose={chooseFact}>
        <option value="" selected={condition() === undefined}>
          {words.always}
        </option>
        <For each={props.surface.facts}>
          {({ id, name }) => (
            <option value={id} selected={condition()?.fact === id}>
              {name}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={fact()} keyed>
        {(about) => (
          <>
            <SelectField
              label={words.comparison}
              value={condition()?.is ?? 'set'}
              onChoose={(is) => chooseTest(is as Test)}
            >
              <For each={testsOf(about.kind)}>
                {(is) => (
                  <option value={is} selected={condition()?.is === is}>
                    {words.test(is)}
                  </option>
                )}
              </For>
            </SelectField>
            <Show when={compared() !== undefined}>
              <FactInput
                fact={{
                  name: words.value,
                  kind: about.kind,
                  options: about.options ?? [],
                  zone: messages.formats.zone,
                }}
                value={compared()?.value ?? null}
                onEntry={(entry) => {
                  const known = compared();
                  if (known !== undefined && entry.kind === 'value')
                    props.set({ onlyIf: { ...known, value: entry.value } });
                }}
              />
            </Show>
          </>
        )}
      </Show>
    </fieldset>
  );
}

/** Something of the kind to begin with; null where there is nothing that could stand for all. */
function firstValue(
  fact: FactDefinition | undefined,
): Extract<FactCondition, { value: unknown }>['value'] | null {
  switch (fact?.kind) {
    case 'number':
      return { kind: 'number', number: 0 };
    case 'money':
      return { kind: 'money', amount: 0, currency: 'EUR' };
    case 'date':
      return { kind: 'date', date: '2030-01-01' };
    case 'instant':
      return { kind: 'instant', at: Date.UTC(2030, 0, 1), zone: 'UTC' };
    case 'duration':
      return { kind: 'duration', minutes: 60 };
    case 'choice': {
      const first = fact.options?.[0];
      return first === undefined ? null : { kind: 'choice', choice: first.id };
    }
    case 'text':
      return { kind: 'text', text: '' };
    case 'place':
      return { kind: 'place', place: '' };
    case 'link':
      return { kind: 'link', url: 'https://example.org' };
    case 'file':
      return { kind: 'file', name: '' };
    case 'person':
    case undefined:
      return null;
  }
}
