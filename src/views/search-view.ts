/** All that can be found by its name: what the search looks through. Lean, because there may be thousands. */
import type { FactDefinition, FactKind, FactValue } from '../model/fact.ts';
import type { FactId, RunId, WorkflowId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { PersonView, Tone } from './shared.ts';

export interface FoundFlow {
  readonly run: RunId;
  readonly title: string;
  /** It has ended, and asks nothing of anybody. */
  readonly over: boolean;
}

export interface FoundStep {
  readonly run: RunId;
  readonly runTitle: string;
  readonly key: OccurrenceKey;
  readonly title: string;
  readonly tone: Tone;
  readonly holder: PersonView | null;
}

export interface FoundFact {
  readonly run: RunId;
  readonly runTitle: string;
  readonly fact: FactId;
  readonly name: string;
  readonly kind: FactKind;
  readonly options: NonNullable<FactDefinition['options']>;
  readonly value: FactValue | null;
  /** Of a value that is a person. */
  readonly person: PersonView | null;
}

export interface FoundWorkflow {
  readonly id: WorkflowId;
  readonly title: string;
}

export interface SearchView {
  readonly kind: 'search';
  /** Those that go on first, then the newest. */
  readonly flows: readonly FoundFlow[];
  /** Of every flow that is open on this device, in rail order. */
  readonly steps: readonly FoundStep[];
  readonly facts: readonly FoundFact[];
  readonly people: readonly PersonView[];
  readonly workflows: readonly FoundWorkflow[];
}
