/** Workflows that start by themselves after this one: which, when, what they are handed and who plays their parts. */
import { createSignal, For, Show, untrack } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import type { SayableCondition } from '../../../i18n/core/en/follow-ups.ts';
import type { FollowUp, FollowUpCondition, StepDefinition } from '../../../model/workflow.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { FollowUpFields } from '../follow-ups/follow-up-fields.tsx';
import { useFollowUpWords } from '../follow-ups/use-follow-up-words.ts';
import type { EditorPageProps } from './editor-sheet.tsx';
import { matchAsked, matchParts } from './match-facts.ts';
import { type ThingChange, ThingForm } from './thing-form.tsx';
import { type ThingFormProps, ThingList } from './thing-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function FollowsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const followUps = useFollowUpWords();
  return (
    <ThingList
      things={props.view.definition.followUps ?? []}
      mayChange={props.view.mayChange}
      hint={words.followsHint}
      none={words.noFollows}
      icon={() => <IconArrowRight data-flips="" />}
      title={({ workflow }) => props.view.others.find(({ id }) => id === workflow)?.title ?? words.gone}
      sub={({ when }) => followUps.when(sayable(when, props.view.definition.steps))}
      form={(form) => <FollowForm {...props} {...form} />}
    />
  );
}

function sayable(when: FollowUpCondition, steps: readonly StepDefinition[]): SayableCondition {
  if (!('step' in when)) return when;
  const step = steps.find(({ id }) => id === when.step);
  const meant = when.kind === 'outcome' ? when.outcomes : [];
  const outcomes = (step?.outcomes ?? []).flatMap(({ id, name }) => (meant.includes(id) ? [name] : []));
  return { kind: 'step', title: step?.title ?? '', outcomes };
}

function FollowForm(props: EditorPageProps & ThingFormProps<FollowUp>) {
  const words = useEditorWords();
  const before = untrack(() => props.thing);
  /** `null`: nothing has been chosen yet. */
  const [followUp, setFollowUp] = createSignal(before);
  const other = () => props.view.others.find(({ id }) => id === followUp()?.workflow);
  const choose = (workflow: string): void => {
    const chosen = props.view.others.find(({ id }) => id === workflow);
    if (chosen === undefined) return;
    // What is called the same here is what is meant, as long as nobody says otherwise.
    setFollowUp({
      id: before?.id ?? crypto.randomUUID(),
      when: followUp()?.when ?? { kind: 'finished' },
      workflow: chosen.id,
      facts: matchAsked(chosen.facts, props.surface.facts),
      parts: matchParts(chosen.parts, props.surface.parts),
    });
  };
  const put = (): ThingChange | null => {
    const [now, chosen] = [followUp(), other()];
    if (now === null || chosen === undefined) return null;
    return { name: chosen.title, operation: { kind: 'putFollowUp', followUp: withoutEmpty(now) } };
  };
  const drop = (): ThingChange | null =>
    before && {
      name: other()?.title ?? words.gone,
      operation: { kind: 'dropFollowUp', followUp: before.id },
    };
  return (
    <ThingForm
      commands={props.commands}
      ready={other() !== undefined}
      put={put}
      drop={drop()}
      onDone={props.onDone}
    >
      <SelectField label={words.whichFollows} value={followUp()?.workflow ?? ''} onChoose={choose}>
        <Show when={other() === undefined}>
          <option value={followUp()?.workflow ?? ''} selected>
            {followUp() === null ? '' : words.gone}
          </option>
        </Show>
        <For each={props.view.others}>
          {({ id, title }) => (
            <option value={id} selected={id === followUp()?.workflow}>
              {title}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={followUp()}>
        {(now) => (
          <FollowUpFields
            surface={props.surface}
            other={other() ?? null}
            followUp={now()}
            onChange={setFollowUp}
          />
        )}
      </Show>
    </ThingForm>
  );
}

function withoutEmpty({ facts = {}, parts = {}, ...rest }: FollowUp): FollowUp {
  return {
    ...rest,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(Object.keys(parts).length > 0 && { parts }),
  };
}
