/** The names that a start asks for: one a field, and always room for one more. */
import { For, Index, Show } from 'solid-js';
import type { SectionDefinition } from '../../../model/workflow.ts';
import { Field } from '../../kit/field.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import styles from './items.module.css';
import { useItemWords } from './use-item-words.ts';

export function ItemNames(props: {
  readonly sections: readonly SectionDefinition[];
  readonly namesOf: (section: string) => readonly string[];
  readonly onNames: (section: string, names: readonly string[]) => void;
}) {
  const words = useItemWords();
  return (
    <For each={props.sections}>
      {(section) => {
        const what = () => section.perItem?.name ?? section.name;
        const fields = (): readonly string[] => [
          ...props.namesOf(section.id).filter((name) => name.trim() !== ''),
          '',
        ];
        const write = (index: number, name: string): void =>
          props.onNames(
            section.id,
            fields().map((before, at) => (at === index ? name : before)),
          );
        return (
          <fieldset class={styles.names}>
            <legend>{section.name}</legend>
            <Show when={section.perItem?.items === 'growing'}>
              <p>{words.canAddLater}</p>
            </Show>
            <Index each={fields()}>
              {(name, index) => (
                <Field
                  label={index === 0 ? words.first(what()) : words.another(what())}
                  value={name()}
                  onInput={(typed) => write(index, typed)}
                  maxLength={longestName}
                />
              )}
            </Index>
          </fieldset>
        );
      }}
    </For>
  );
}
