/** Who of here plays the parts of another workflow. */
import { For, Show } from 'solid-js';
import type { PartDefinition, PartMapping } from '../../../model/workflow.ts';
import type { PlanSurface } from './plan-surface.ts';
import styles from './step-editor.module.css';
import { WhoField } from './who-field.tsx';

export function PartFields(props: {
  readonly surface: PlanSurface;
  readonly legend: string;
  /** What it is called when nobody is chosen; absent: the conductor is. */
  readonly none?: string;
  readonly theirs: readonly PartDefinition[];
  readonly parts: PartMapping;
  readonly onChange: (parts: PartMapping) => void;
}) {
  return (
    <Show when={props.theirs.length > 0}>
      <fieldset class={styles.group}>
        <legend class={styles.legend}>{props.legend}</legend>
        <For each={props.theirs}>
          {(part) => (
            <WhoField
              surface={props.surface}
              label={part.name}
              value={props.parts[part.id] ?? (props.none === undefined ? { kind: 'conductor' } : undefined)}
              {...(props.none !== undefined && { none: props.none })}
              doers={[]}
              onChoose={(who) => {
                const kept = Object.entries(props.parts).filter(([id]) => id !== part.id);
                const chosen = who === null || who.kind === 'sameAs' ? [] : [[part.id, who] as const];
                props.onChange(Object.fromEntries([...kept, ...chosen]));
              }}
            />
          )}
        </For>
      </fieldset>
    </Show>
  );
}
