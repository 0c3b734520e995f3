/** Fields for the facts that a step tells, in a page that sends them along with something else. */
import { createSignal, For, untrack } from 'solid-js';
import type { FactValue } from '../../../model/fact.ts';
import type { FactId } from '../../../model/ids.ts';
import type { FactView } from '../../../views/fact-view.ts';
import type { FactEntry } from '../facts/fact-entry.ts';
import { FactInput } from '../facts/fact-input.tsx';
import styles from './step-parts.module.css';
import type { GivenFacts } from './step-commands.ts';

/** One that follows another cannot be told. */
export function factsToTell(writes: readonly FactView[]): readonly FactView[] {
  return writes.filter((fact) => fact.follows === null);
}

/** Worth asking for before the step is done: missing, or possibly another after a new round. */
export function factsToAsk(writes: readonly FactView[]): readonly FactView[] {
  return factsToTell(writes).filter((fact) => fact.value === null || fact.unconfirmed);
}

export interface ToldFacts {
  readonly facts: readonly FactView[];
  readonly insist: () => boolean;
  readonly onEntry: (fact: FactId, entry: FactEntry) => void;
  /** What is another than before; null while something typed is no value, which is then said. */
  readonly given: () => GivenFacts | null;
}

/** `facts` are those at the opening of the page: what arrives meanwhile does not take fields away. */
export function useToldFacts(facts: () => readonly FactView[]): ToldFacts {
  const asked = untrack(facts);
  const [entries, setEntries] = createSignal<ReadonlyMap<FactId, FactEntry>>(new Map());
  const [insist, setInsist] = createSignal(false);
  const given = (): GivenFacts | null => {
    const values: Record<FactId, FactValue | null> = {};
    for (const fact of asked) {
      const entry = entries().get(fact.fact);
      if (entry === undefined) continue;
      if (entry.kind === 'invalid') {
        setInsist(true);
        return null;
      }
      const value = entry.kind === 'value' ? entry.value : null;
      if (JSON.stringify(value) !== JSON.stringify(fact.value)) values[fact.fact] = value;
    }
    return values;
  };
  return {
    facts: asked,
    insist,
    onEntry: (fact, entry) => setEntries((before) => new Map(before).set(fact, entry)),
    given,
  };
}

export function ToldFactFields(props: { readonly told: ToldFacts }) {
  return (
    <div class={styles.stack}>
      <For each={props.told.facts}>
        {(fact) => (
          <FactInput
            fact={fact}
            value={fact.value}
            insist={props.told.insist()}
            onEntry={(entry) => props.told.onEntry(fact.fact, entry)}
          />
        )}
      </For>
    </div>
  );
}
