/** What a step asks for, what it needs to know, and on what it depends whether it is wanted at all. */
import { For, Show } from 'solid-js';
import IconTags from '~icons/lucide/tags';
import type { FactDefinition, FactRead } from '../../../model/fact.ts';
import type { FactId } from '../../../model/ids.ts';
import { Tick } from '../../kit/tick.tsx';
import { NumberField } from './number-field.tsx';
import { OnlyIfFields } from './only-if-fields.tsx';
import { factName } from './sayable.ts';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const factsPage: StepPage = {
  key: 'facts',
  isOffered: ({ facts }) => facts.length > 0,
  icon: () => <IconTags />,
  title: (words) => words.factsTitle,
  summary: (surface, { writes = [], reads = [], onlyIf }, words) => {
    const says = words.factsLine(
      writes.map((fact) => factName(surface, fact)),
      reads.map(({ fact }) => factName(surface, fact)),
      onlyIf === undefined ? null : `${factName(surface, onlyIf.fact)} ${words.test(onlyIf.is)}`,
    );
    return says === '' ? { says: words.noFacts, quiet: true } : { says, quiet: false };
  },
  Part: FactsPart,
};

function FactsPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const writes = () => props.step.writes ?? [];
  const isSubflow = () => props.step.kind === 'subflow';
  const toggle = (fact: FactId, on: boolean): void => {
    const others = writes().filter((each) => each !== fact);
    props.set({ writes: on ? [...others, fact] : others });
  };
  return (
    <>
      <Show when={!isSubflow()}>
        <fieldset>
          <legend class={styles.legend}>{words.asks}</legend>
          <For each={props.surface.facts.filter(({ derived }) => derived === undefined)}>
            {({ id, name }) => (
              <Tick label={name} checked={writes().includes(id)} onChange={(on) => toggle(id, on)} />
            )}
          </For>
        </fieldset>
        <fieldset>
          <legend class={styles.legend}>{words.reads}</legend>
          <p class={styles.hint}>{words.readsHint}</p>
          <For each={props.surface.facts}>{(fact) => <ReadFields {...props} fact={fact} />}</For>
        </fieldset>
      </Show>
      <OnlyIfFields {...props} />
    </>
  );
}

/** What a tolerance of the kind counts; null where a value has no distance to another. */
function toleranceOf(
  kind: FactDefinition['kind'],
): 'toleranceDays' | 'toleranceMinutes' | 'toleranceNumber' | null {
  switch (kind) {
    case 'date':
      return 'toleranceDays';
    case 'instant':
    case 'duration':
      return 'toleranceMinutes';
    case 'number':
    case 'money':
      return 'toleranceNumber';
    default:
      return null;
  }
}

function ReadFields(props: StepPartProps & { readonly fact: FactDefinition }) {
  const words = useStepEditorWords();
  const reads = () => props.step.reads ?? [];
  const read = () => reads().find(({ fact }) => fact === props.fact.id);
  const toggle = (on: boolean): void => {
    const others = reads().filter(({ fact }) => fact !== props.fact.id);
    props.set({ reads: on ? [...others, { fact: props.fact.id }] : others });
  };
  const change = (next: FactRead): void =>
    props.set({ reads: reads().map((each) => (each.fact === next.fact ? next : each)) });
  const tolerance = () => toleranceOf(props.fact.kind);
  return (
    <>
      <Tick label={props.fact.name} checked={read() !== undefined} onChange={toggle} />
      <Show when={read()}>
        {(known) => (
          <div class={styles.inset}>
            <Tick
              label={words.optional(props.fact.name)}
              checked={known().optional === true}
              onChange={(on) => {
                const { optional: _, ...kept } = known();
                change(on ? { ...kept, optional: true } : kept);
              }}
            />
            <Show when={tolerance()}>
              {(unit) => (
                <NumberField
                  label={`${words.tolerance(props.fact.name)} … ${words[unit()]}`}
                  value={known().tolerance ?? 0}
                  least={0}
                  onNumber={(far) => {
                    const { tolerance: _, ...kept } = known();
                    change(far === 0 ? kept : { ...kept, tolerance: far });
                  }}
                />
              )}
            </Show>
          </div>
        )}
      </Show>
    </>
  );
}
