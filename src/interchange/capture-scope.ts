/**
 * The lines above one: what a reference may name, what `or else` stands in for, which choice `if` speaks of.
 * Reading and writing keep the same one, so that what is written is read back.
 */
import type { StepId } from '../model/ids.ts';
import type { Dependency, OutcomeDefinition, StepKind } from '../model/workflow.ts';
import { foldText } from './folded-text.ts';
import {
  addLine,
  addStandIn,
  emptyOrder,
  impliedAfter,
  type LineBranch,
  type LineOrder,
} from './line-order.ts';
import {
  resolveReferences,
  toReferenceTarget,
  type FoundReference,
  type ReferenceTarget,
} from './match-reference.ts';

export interface ScopedLine {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly title: string;
  readonly outcomes: readonly OutcomeDefinition[];
  /** Without lags. */
  readonly after: readonly Dependency[];
  readonly parallel: boolean;
  readonly branch: LineBranch | null;
  readonly isStandIn: boolean;
}

type Choice = Pick<ScopedLine, 'id' | 'kind' | 'outcomes'>;

export interface ResolvedClause {
  readonly edges: readonly Dependency[];
  /** "after start": waits for nothing. */
  readonly fromStart: boolean;
  readonly unmatched: readonly string[];
  readonly found: readonly FoundReference[];
}

export class CaptureScope {
  readonly #targets: ReferenceTarget[] = [];
  readonly #kindById = new Map<StepId, StepKind>();
  readonly #standInsById = new Map<StepId, StepId[]>();
  readonly #choices: Choice[] = [];
  #order: LineOrder = emptyOrder;
  #latest: StepId | null = null;

  /** The step that an `or else` line stands in for: the nearest above that stands in for none itself. */
  get standsInFor(): StepId | null {
    return this.#latest;
  }

  get targets(): readonly ReferenceTarget[] {
    return this.#targets;
  }

  impliedAfter(parallel: boolean): readonly Dependency[] {
    return impliedAfter(this.#order, parallel);
  }

  resolve(clause: string): ResolvedClause {
    const { steps, ...rest } = resolveReferences(clause, this.#targets);
    return { ...rest, edges: withoutRepeats(steps.flatMap((step) => this.edgesFrom(step))) };
  }

  /** What waiting for a step means: for its approval if it is one, and for what stands in for it as well. */
  edgesFrom(step: StepId): readonly Dependency[] {
    return [step, ...(this.#standInsById.get(step) ?? [])].map((from) => this.#edgeFrom(from));
  }

  nameOfOutcome(step: StepId, outcome: string): string | null {
    const choice = this.#choices.find(({ id }) => id === step);
    return choice?.outcomes.find(({ id }) => id === outcome)?.name ?? null;
  }

  /** The nearest choice above that may end so. */
  branchOf(name: string): LineBranch | null {
    const folded = foldText(name);
    for (let index = this.#choices.length - 1; index >= 0; index--) {
      const { id, kind, outcomes } = this.#choices[index] as Choice;
      const outcome = outcomes.find((each) => foldText(each.name) === folded);
      if (outcome === undefined) continue;
      const leads = ({ id: each }: OutcomeDefinition) => kind !== 'approval' || each === 'approved';
      return { from: id, outcome: outcome.id, leading: outcomes.filter(leads).map((each) => each.id) };
    }
    return null;
  }

  add(line: ScopedLine): void {
    const { id, kind, title, outcomes, after, parallel, branch } = line;
    this.#targets.push(toReferenceTarget(id, kind, title, line.isStandIn));
    this.#kindById.set(id, kind);
    if (outcomes.length > 0) this.#choices.push({ id, kind, outcomes });
    const own = this.#edgeFrom(id);
    if (line.isStandIn && this.#latest !== null) {
      this.#standInsById.set(this.#latest, [...(this.#standInsById.get(this.#latest) ?? []), id]);
      this.#order = addStandIn(this.#order, own);
      return;
    }
    this.#latest = id;
    this.#order = addLine(this.#order, { own: [own], parallel, after, branch });
  }

  /** Nothing follows a rejection unless a line says so. */
  #edgeFrom(from: StepId): Dependency {
    return this.#kindById.get(from) === 'approval' ? { from, outcomes: ['approved'] } : { from };
  }
}

export function withoutRepeats(edges: readonly Dependency[]): readonly Dependency[] {
  const seen = new Set<StepId>();
  return edges.filter(({ from }) => !seen.has(from) && seen.add(from));
}
