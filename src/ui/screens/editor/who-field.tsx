/** Chooses whom something belongs to: a person, a part, a group, whoever conducts, or whoever does another step. */
import { For, Show } from 'solid-js';
import type { Assignee, StepDefinition } from '../../../model/workflow.ts';
import { SelectField } from '../../kit/select-field.tsx';
import type { PlanSurface } from './plan-surface.ts';
import { sayWho } from './sayable.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { keyToWho, whoToKey } from './who-key.ts';

export function WhoField(props: {
  readonly surface: PlanSurface;
  readonly label: string;
  readonly value: Assignee | undefined;
  /** What it is called when nobody is named; absent: somebody has to be. */
  readonly none?: string;
  /** Whose doers may be meant: steps before it. */
  readonly doers: readonly StepDefinition[];
  readonly onChoose: (who: Assignee | null) => void;
}) {
  const words = useStepEditorWords();
  const chosen = () => whoToKey(props.value);
  const groups = (): readonly { readonly label: string; readonly options: readonly Assignee[] }[] => [
    {
      label: words.people,
      options: props.surface.people.map(({ id }) => ({ kind: 'person', person: id }) as const),
    },
    {
      label: words.parts,
      options: props.surface.parts.map(({ id }) => ({ kind: 'part', part: id }) as const),
    },
    {
      label: words.roles,
      options: props.surface.roles.map(({ id }) => ({ kind: 'role', role: id }) as const),
    },
    { label: words.did, options: props.doers.map(({ id }) => ({ kind: 'sameAs', step: id }) as const) },
  ];
  const isOffered = (): boolean =>
    chosen() === '' ||
    chosen() === 'conductor' ||
    groups().some(({ options }) => options.some((who) => whoToKey(who) === chosen()));
  return (
    <SelectField label={props.label} value={chosen()} onChoose={(key) => props.onChoose(keyToWho(key))}>
      <Show when={props.none}>
        {(none) => (
          <option value="" selected={chosen() === ''}>
            {none()}
          </option>
        )}
      </Show>
      <option value="conductor" selected={chosen() === 'conductor'}>
        {words.conductor}
      </option>
      {/* What it was given and is not there any more stays until somebody chooses. */}
      <Show when={!isOffered() && props.value}>
        {(who) => (
          <option value={chosen()} selected>
            {sayWho(props.surface, words, who())}
          </option>
        )}
      </Show>
      <For each={groups().filter(({ options }) => options.length > 0)}>
        {({ label, options }) => (
          <optgroup label={label}>
            <For each={options}>
              {(who) => (
                <option value={whoToKey(who)} selected={whoToKey(who) === chosen()}>
                  {who.kind === 'sameAs'
                    ? (props.doers.find(({ id }) => id === who.step)?.title ?? '')
                    : sayWho(props.surface, words, who)}
                </option>
              )}
            </For>
          </optgroup>
        )}
      </For>
    </SelectField>
  );
}
