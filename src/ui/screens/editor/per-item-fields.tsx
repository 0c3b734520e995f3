/** Done once for each of several things or people: what one is called, when they are known, how many are waited for. */
import { createSignal, For, Show, untrack } from 'solid-js';
import { asId, type ItemId } from '../../../model/ids.ts';
import type { ItemDefinition, ItemsWait, PerItem } from '../../../model/per-item.ts';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { NumberField } from './number-field.tsx';
import { useStepEditorWords } from './use-step-editor-words.ts';

export function PerItemFields(props: {
  readonly value: PerItem | undefined;
  readonly onChange: (perItem: PerItem | null) => void;
}) {
  const words = useStepEditorWords();
  const setItems = (perItem: PerItem, items: PerItem['items']): void => {
    const { known, ...kept } = perItem;
    props.onChange({ ...kept, items, ...(items !== 'growing' && known !== undefined && { known }) });
  };
  const setWait = (perItem: PerItem, kind: ItemsWait['kind']): void =>
    props.onChange({ ...perItem, wait: kind === 'count' ? { kind, count: 1 } : { kind } });
  const labels = { design: words.itemsDesign, start: words.itemsStart, growing: words.itemsGrowing };
  const waits = { all: words.waitAll, none: words.waitNone, count: words.waitCount };
  const counted = () => (props.value?.wait.kind === 'count' ? props.value.wait : undefined);
  return (
    <>
      <Tick
        label={words.perItem}
        checked={props.value !== undefined}
        onChange={(on) =>
          props.onChange(on ? { name: words.oneOf, items: 'growing', wait: { kind: 'all' } } : null)
        }
      />
      <Show when={props.value}>
        {(perItem) => (
          <>
            <Field
              label={words.perItemName}
              value={perItem().name}
              maxLength={60}
              onInput={(name) => props.onChange({ ...perItem(), name })}
            />
            <SelectField
              label={words.itemsKnown}
              value={perItem().items}
              onChoose={(items) => setItems(perItem(), items as PerItem['items'])}
            >
              <For each={['design', 'start', 'growing'] as const}>
                {(items) => (
                  <option value={items} selected={perItem().items === items}>
                    {labels[items]}
                  </option>
                )}
              </For>
            </SelectField>
            <Show when={perItem().items !== 'growing'}>
              <ItemNames
                known={perItem().known ?? []}
                onChange={(known) => props.onChange({ ...perItem(), known })}
              />
            </Show>
            <SelectField
              label={words.joinLegend}
              value={perItem().wait.kind}
              onChoose={(kind) => setWait(perItem(), kind as ItemsWait['kind'])}
            >
              <For each={['all', 'count', 'none'] as const}>
                {(kind) => (
                  <option value={kind} selected={perItem().wait.kind === kind}>
                    {waits[kind]}
                  </option>
                )}
              </For>
            </SelectField>
            <Show when={counted()}>
              {(wait) => (
                <>
                  <NumberField
                    label={words.waitNeeded}
                    value={wait().count}
                    least={1}
                    onNumber={(count) => props.onChange({ ...perItem(), wait: { ...wait(), count } })}
                  />
                  <Tick
                    label={words.cancelRest}
                    checked={wait().cancelRest === true}
                    onChange={(on) => {
                      const { cancelRest: _, ...kept } = wait();
                      props.onChange({ ...perItem(), wait: on ? { ...kept, cancelRest: true } : kept });
                    }}
                  />
                </>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

/** Names in one line; whoever keeps their name stays who they are. */
function namesToItems(
  typed: string,
  known: readonly ItemDefinition[],
  newId: () => string,
): readonly ItemDefinition[] {
  const names = typed.split(',').map((name) => name.trim());
  return [...new Set(names)].flatMap((name) =>
    name === '' ? [] : [known.find((item) => item.name === name) ?? { id: asId<ItemId>(newId()), name }],
  );
}

function ItemNames(props: {
  readonly known: readonly ItemDefinition[];
  readonly onChange: (known: readonly ItemDefinition[]) => void;
}) {
  const words = useStepEditorWords();
  const [typed, setTyped] = createSignal(untrack(() => props.known.map(({ name }) => name).join(', ')));
  return (
    <Field
      label={words.itemNames}
      value={typed()}
      onInput={(text) => {
        setTyped(text);
        props.onChange(namesToItems(text, props.known, () => crypto.randomUUID()));
      }}
    />
  );
}
