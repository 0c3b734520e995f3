/** What follows: when it starts, which facts it is handed, and who takes its parts. */
import { For, Show } from 'solid-js';
import type { FollowUp } from '../../../model/workflow.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { FactPairFields } from '../editor/fact-pairs.tsx';
import { factsToHand } from '../editor/match-facts.ts';
import { PartFields } from '../editor/part-fields.tsx';
import type { OtherWorkflow, PlanSurface } from '../editor/plan-surface.ts';
import styles from './follow-ups.module.css';
import { keyToWhen, whenToKey, withOutcome } from './follow-up-when.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function FollowUpFields(props: {
  readonly surface: PlanSurface;
  /** What starts; null: it is not there any more. */
  readonly other: Pick<OtherWorkflow, 'facts' | 'parts'> | null;
  readonly followUp: FollowUp;
  readonly onChange: (followUp: FollowUp) => void;
}) {
  const words = useFollowUpWords();
  const key = () => whenToKey(props.followUp.when);
  const deciding = () => props.surface.steps.filter(({ outcomes = [] }) => outcomes.length > 0);
  const ended = () => (props.followUp.when.kind === 'outcome' ? props.followUp.when : undefined);
  const outcomesOf = (step: string) => props.surface.steps.find(({ id }) => id === step)?.outcomes ?? [];
  return (
    <>
      <SelectField
        label={words.whenLabel}
        value={key()}
        onChoose={(chosen) =>
          props.onChange({ ...props.followUp, when: keyToWhen(chosen, props.surface.steps) })
        }
      >
        <option value="finished" selected={key() === 'finished'}>
          {words.when({ kind: 'finished' })}
        </option>
        <option value="cancelled" selected={key() === 'cancelled'}>
          {words.when({ kind: 'cancelled' })}
        </option>
        <optgroup label={words.asSoonAs}>
          <For each={props.surface.steps}>
            {({ id, title }) => (
              <option value={`done:${id}`} selected={key() === `done:${id}`}>
                {words.stepDone(title)}
              </option>
            )}
          </For>
        </optgroup>
        <Show when={deciding().length > 0}>
          <optgroup label={words.endedSo}>
            <For each={deciding()}>
              {({ id, title }) => (
                <option value={`outcome:${id}`} selected={key() === `outcome:${id}`}>
                  {words.stepEnded(title)}
                </option>
              )}
            </For>
          </optgroup>
        </Show>
      </SelectField>
      <Show when={ended()}>
        {(when) => (
          <fieldset>
            <legend class={styles.legend}>{words.endedWith}</legend>
            <For each={outcomesOf(when().step)}>
              {({ id, name }) => (
                <Tick
                  label={name}
                  checked={when().outcomes.includes(id)}
                  onChange={(on) => props.onChange({ ...props.followUp, when: withOutcome(when(), id, on) })}
                />
              )}
            </For>
          </fieldset>
        )}
      </Show>
      <FactPairFields
        legend={words.handedOver}
        none={words.notHanded}
        theirs={factsToHand(props.other?.facts ?? [], props.surface.facts, props.followUp.facts ?? {})}
        own={props.surface.facts}
        pairs={props.followUp.facts ?? {}}
        onChange={(facts) => props.onChange({ ...props.followUp, facts })}
      />
      <PartFields
        surface={props.surface}
        legend={words.takesParts}
        none={words.asHere}
        theirs={props.other?.parts ?? []}
        parts={props.followUp.parts ?? {}}
        onChange={(parts) => props.onChange({ ...props.followUp, parts })}
      />
    </>
  );
}
