/** Steps that belong together: lists that are done for each of several, and what keeps out of each other's way. */
import { createSignal, For, untrack } from 'solid-js';
import IconLayers from '~icons/lucide/layers';
import type { StepId } from '../../../model/ids.ts';
import type { PerItem } from '../../../model/per-item.ts';
import type { SectionDefinition, TogetherRule } from '../../../model/workflow.ts';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { PerItemFields } from './per-item-fields.tsx';
import { StepTicks } from './step-ticks.tsx';
import { type ThingChange, ThingForm } from './thing-form.tsx';
import { type ThingFormProps, ThingList } from './thing-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function ListsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const sections = () => props.view.definition.sections ?? [];
  const says = (rule: TogetherRule | undefined): string | null => {
    switch (rule?.kind) {
      case undefined:
        return null;
      case 'oneAtATime':
        return words.oneAtATime;
      case 'firstBegun':
        return words.firstBegun;
      case 'apartFrom':
        return words.apartFrom(sections().find(({ id }) => id === rule.sections[0])?.name ?? '');
    }
  };
  return (
    <ThingList
      things={sections()}
      mayChange={props.view.mayChange}
      hint={words.listsHint}
      none={words.noLists}
      icon={() => <IconLayers />}
      title={({ name }) => name}
      sub={({ steps, perItem, together }) =>
        words.listLine(perItem?.name ?? null, steps.length, says(together))
      }
      form={(form) => <ListForm {...props} {...form} />}
    />
  );
}

function ListForm(props: EditorPageProps & ThingFormProps<SectionDefinition>) {
  const words = useEditorWords();
  const before = untrack(() => props.thing);
  const [name, setName] = createSignal(before?.name ?? '');
  const [steps, setSteps] = createSignal<ReadonlySet<StepId>>(new Set(before?.steps));
  const [perItem, setPerItem] = createSignal<PerItem | null>(before?.perItem ?? null);
  const [together, setTogether] = createSignal<TogetherRule | null>(before?.together ?? null);
  const others = () =>
    (props.view.definition.sections ?? []).filter(
      ({ id, steps: theirs }) => id !== before?.id && !theirs.some((step) => steps().has(step)),
    );
  const chosen = (): string => {
    const rule = together();
    return rule?.kind === 'apartFrom' ? `apart ${rule.sections[0] ?? ''}` : (rule?.kind ?? '');
  };
  const choose = (key: string): void => {
    if (key.startsWith('apart ')) setTogether({ kind: 'apartFrom', sections: [key.slice(6)] });
    else setTogether(key === 'oneAtATime' || key === 'firstBegun' ? { kind: key } : null);
  };
  const put = (): ThingChange => {
    const { id, workflow } = before ?? { id: crypto.randomUUID() };
    const items = perItem();
    const rule = together();
    const section: SectionDefinition = {
      id,
      ...(workflow !== undefined && { workflow }),
      name: name().trim(),
      steps: props.view.definition.steps.flatMap(({ id }) => (steps().has(id) ? [id] : [])),
      ...(items !== null && { perItem: { ...items, name: items.name.trim() } }),
      ...(rule !== null && { together: rule }),
    };
    return { name: section.name, operation: { kind: 'putSection', section } };
  };
  const drop = (): ThingChange | null =>
    before && { name: before.name, operation: { kind: 'dropSection', section: before.id } };
  const ready = (): boolean =>
    name().trim() !== '' && steps().size > 0 && (perItem() === null || perItem()?.name.trim() !== '');

  return (
    <ThingForm commands={props.commands} ready={ready()} put={put} drop={drop()} onDone={props.onDone}>
      <Field label={words.listName} value={name()} onInput={setName} maxLength={longestName} />
      <StepTicks
        legend={words.listSteps}
        steps={props.view.definition.steps}
        ticked={steps()}
        onToggle={(step, on) => {
          const next = new Set(steps());
          if (on) next.add(step);
          else next.delete(step);
          setSteps(next);
        }}
      />
      <PerItemFields value={perItem() ?? undefined} onChange={setPerItem} />
      <SelectField label={words.together} value={chosen()} onChoose={choose}>
        <option value="" selected={chosen() === ''}>
          {words.sideBySide}
        </option>
        <option value="oneAtATime" selected={chosen() === 'oneAtATime'}>
          {words.oneAtATime}
        </option>
        <option value="firstBegun" selected={chosen() === 'firstBegun'}>
          {words.firstBegun}
        </option>
        <For each={others()}>
          {(other) => (
            <option value={`apart ${other.id}`} selected={chosen() === `apart ${other.id}`}>
              {words.apartFrom(other.name)}
            </option>
          )}
        </For>
      </SelectField>
    </ThingForm>
  );
}
