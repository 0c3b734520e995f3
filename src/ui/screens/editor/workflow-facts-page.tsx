/** What a workflow needs to know: facts, who says them and who needs them. */
import { createSignal, For, Show, untrack } from 'solid-js';
import IconDiamond from '~icons/lucide/diamond';
import type { FactDefinition, FactKind } from '../../../model/fact.ts';
import { asId, type FactId } from '../../../model/ids.ts';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { type ThingChange, ThingForm } from './thing-form.tsx';
import { type ThingFormProps, ThingList } from './thing-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

const kinds: readonly FactKind[] = [
  'date',
  'instant',
  'text',
  'number',
  'money',
  'duration',
  'place',
  'person',
  'choice',
  'link',
  'file',
];

export function WorkflowFactsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const titles = (matches: (step: EditorPageProps['view']['definition']['steps'][number]) => boolean) =>
    props.view.definition.steps.filter(matches).map(({ title }) => title);
  return (
    <ThingList
      things={props.view.definition.facts}
      mayChange={props.view.mayChange}
      hint={words.factsHint}
      none={words.noFacts}
      icon={() => <IconDiamond />}
      title={({ name }) => name}
      sub={({ id, kind }) =>
        words.factUse(
          kind,
          titles(({ writes = [] }) => writes.includes(id)),
          titles(({ reads = [] }) => reads.some(({ fact }) => fact === id)),
        )
      }
      form={(form) => <FactForm {...props} {...form} />}
    />
  );
}

function FactForm(props: EditorPageProps & ThingFormProps<FactDefinition>) {
  const words = useEditorWords();
  const before = untrack(() => props.thing);
  const [name, setName] = createSignal(before?.name ?? '');
  const [kind, setKind] = createSignal<FactKind>(before?.kind ?? 'date');
  const [atStart, setAtStart] = createSignal(before?.atStart === true);
  const [anchor, setAnchor] = createSignal(before?.anchor === true);
  const [critical, setCritical] = createSignal(before?.critical === true);
  const [options, setOptions] = createSignal(before?.options?.map((each) => each.name).join('\n') ?? '');
  const mayAnchor = () => kind() === 'date' || kind() === 'instant';

  const toFact = (): FactDefinition => {
    const names = options()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const known = new Map(before?.options?.map((option) => [option.name, option.id]));
    return {
      id: before?.id ?? asId<FactId>(crypto.randomUUID()),
      ...(before?.derived !== undefined && { derived: before.derived }),
      ...(before?.perItem !== undefined && { perItem: before.perItem }),
      name: name().trim(),
      kind: kind(),
      ...(atStart() && { atStart: true }),
      ...(anchor() && mayAnchor() && { anchor: true }),
      ...(critical() && { critical: true }),
      ...(kind() === 'choice' && {
        options: names.map((each) => ({ id: known.get(each) ?? crypto.randomUUID(), name: each })),
      }),
    };
  };
  const put = (): ThingChange => {
    const fact = toFact();
    return { name: fact.name, operation: { kind: 'putFact', fact } };
  };
  const drop = (): ThingChange | null =>
    before && { name: before.name, operation: { kind: 'dropFact', fact: before.id } };
  return (
    <ThingForm
      commands={props.commands}
      ready={name().trim() !== '' && (kind() !== 'choice' || options().trim() !== '')}
      put={put}
      drop={drop()}
      onDone={props.onDone}
    >
      <Field label={words.name} value={name()} onInput={setName} maxLength={longestName} />
      <SelectField
        label={words.factKind}
        value={kind()}
        onChoose={(value) => setKind(() => value as FactKind)}
      >
        <For each={kinds}>
          {(each) => (
            <option value={each} selected={each === kind()}>
              {words.factKinds[each]}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={kind() === 'choice'}>
        <Field label={words.options} value={options()} onInput={setOptions} multiline />
      </Show>
      <div>
        <Tick label={words.atStart} checked={atStart()} onChange={setAtStart} />
        <Show when={mayAnchor()}>
          <Tick label={words.anchor} checked={anchor()} onChange={setAnchor} />
        </Show>
        <Tick label={words.critical} checked={critical()} onChange={setCritical} />
      </div>
    </ThingForm>
  );
}
