/** Who takes part: places that are filled when the workflow starts. */
import { createSignal, untrack } from 'solid-js';
import IconUser from '~icons/lucide/user-round';
import type { PartDefinition, StepDefinition } from '../../../model/workflow.ts';
import { Field } from '../../kit/field.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { type ThingChange, ThingForm } from './thing-form.tsx';
import { type ThingFormProps, ThingList } from './thing-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function PartsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const has = ({ assignee, approval }: StepDefinition, part: string): boolean =>
    [assignee, ...(approval?.by ?? [])].some((who) => who?.kind === 'part' && who.part === part);
  return (
    <ThingList
      things={props.view.definition.parts}
      mayChange={props.view.mayChange}
      hint={words.partsHint}
      none={words.noParts}
      icon={() => <IconUser />}
      title={({ name }) => name}
      sub={({ id }) => words.stepCount(props.view.definition.steps.filter((step) => has(step, id)).length)}
      form={(form) => <PartForm {...props} {...form} />}
    />
  );
}

function PartForm(props: EditorPageProps & ThingFormProps<PartDefinition>) {
  const words = useEditorWords();
  const before = untrack(() => props.thing);
  const [name, setName] = createSignal(before?.name ?? '');
  const put = (): ThingChange => {
    const part = { id: before?.id ?? crypto.randomUUID(), name: name().trim() };
    return { name: part.name, operation: { kind: 'putPart', part } };
  };
  const drop = (): ThingChange | null =>
    before && { name: before.name, operation: { kind: 'dropPart', part: before.id } };
  return (
    <ThingForm
      commands={props.commands}
      ready={name().trim() !== ''}
      put={put}
      drop={drop()}
      onDone={props.onDone}
    >
      <Field label={words.name} value={name()} onInput={setName} maxLength={longestName} />
    </ThingForm>
  );
}
