/** A step that is another workflow: which one, what it is handed and hands back, and who takes its parts. */
import { For, Show } from 'solid-js';
import IconRoute from '~icons/lucide/route';
import { asId, type WorkflowId } from '../../../model/ids.ts';
import type { SubflowDefinition } from '../../../model/workflow.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { FactPairFields } from './fact-pairs.tsx';
import { type FactPairs, factsToHand, fitting, matchAsked, matchParts } from './match-facts.ts';
import { PartFields } from './part-fields.tsx';
import { PerItemFields } from './per-item-fields.tsx';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const flowPage: StepPage = {
  key: 'flow',
  isOffered: ({ of }, { kind }) => of === 'workflow' && kind === 'subflow',
  icon: () => <IconRoute />,
  title: (words) => words.flowTitle,
  summary: ({ workflows }, { subflow }, words) => {
    const title = workflows.find(({ id }) => id === subflow?.workflow)?.title;
    return title === undefined ? { says: words.flowNone, quiet: true } : { says: title, quiet: false };
  },
  Part: FlowPart,
};

function FlowPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const subflow = () => props.step.subflow;
  const other = () => props.surface.workflows.find(({ id }) => id === subflow()?.workflow);
  const choose = (id: string): void => {
    const chosen = props.surface.workflows.find((each) => each.id === id);
    if (chosen === undefined) return props.set({ subflow: null });
    props.set({
      subflow: {
        workflow: asId<WorkflowId>(id),
        given: matchAsked(chosen.facts, props.surface.facts),
        parts: matchParts(chosen.parts, props.surface.parts),
      },
      ...(props.step.title.trim() === '' && { title: chosen.title }),
    });
  };
  const change = (
    part: { readonly [Field in keyof SubflowDefinition]?: SubflowDefinition[Field] | null },
  ): void => {
    const kept = Object.entries({ ...subflow(), ...part }).filter(
      ([, value]) => value !== null && value !== undefined,
    );
    props.set({ subflow: Object.fromEntries(kept) as unknown as SubflowDefinition });
  };
  /** What its steps say may become known here; what it is given it does not hand back. */
  const returning = () =>
    (other()?.facts ?? []).filter(
      (fact) => subflow()?.given?.[fact.id] === undefined && fitting(fact, props.surface.facts).length > 0,
    );
  const setGiven = (given: FactPairs): void => {
    const back = Object.entries(subflow()?.handedBack ?? {}).filter(([fact]) => given[fact] === undefined);
    change({ given, handedBack: back.length === 0 ? null : Object.fromEntries(back) });
  };
  return (
    <>
      <SelectField label={words.workflow} value={subflow()?.workflow ?? ''} onChoose={choose}>
        <option value="" selected={subflow() === undefined}>
          {words.flowNone}
        </option>
        <For each={props.surface.workflows}>
          {({ id, title }) => (
            <option value={id} selected={subflow()?.workflow === id}>
              {title}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={subflow()}>
        {(known) => (
          <>
            <FactPairFields
              legend={words.given}
              none={words.ownFact}
              theirs={factsToHand(other()?.facts ?? [], props.surface.facts, known().given ?? {})}
              own={props.surface.facts}
              pairs={known().given ?? {}}
              onChange={setGiven}
            />
            <FactPairFields
              legend={words.handedBack}
              none={words.keepsFact}
              theirs={returning()}
              own={props.surface.facts}
              pairs={known().handedBack ?? {}}
              onChange={(handedBack) => change({ handedBack })}
            />
            <PartFields
              surface={props.surface}
              legend={words.takesParts}
              none={words.ownPart}
              theirs={other()?.parts ?? []}
              parts={known().parts ?? {}}
              onChange={(parts) => change({ parts })}
            />
            <PerItemFields value={known().perItem} onChange={(perItem) => change({ perItem })} />
          </>
        )}
      </Show>
    </>
  );
}
