/** What a printed flow says: all of it, without anything to press. */
import type { FactView } from './fact-view.ts';
import type { RunId } from '../model/ids.ts';
import type { PersonView, StepLine } from './shared.ts';

export interface PrintStep extends StepLine {
  readonly outcome: string | null;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  readonly instructions: string | null;
  readonly checklist: readonly { readonly id: string; readonly text: string; readonly ticked: boolean }[];
  readonly notes: readonly {
    readonly event: string;
    readonly by: PersonView | null;
    readonly text: string;
  }[];
}

export interface PrintView {
  readonly kind: 'print';
  readonly run: RunId;
  readonly availability: 'here' | 'loading' | 'missing';
  readonly title: string;
  readonly conductor: PersonView | null;
  readonly done: number;
  readonly total: number;
  readonly lastDueAt: number | null;
  readonly facts: readonly FactView[];
  readonly steps: readonly PrintStep[];
}
