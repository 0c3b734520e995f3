/**
 * What becomes of a step's row on the rail, as far as the page can tell by itself: it is done once one says so, and as it
 * was when that is taken back. Whatever else comes of it, the worker says.
 */
import { occurrenceKey, type OccurrenceKey } from '../model/occurrence.ts';
import type { FlowView, RailRow } from '../views/flow-view.ts';
import type { Intent } from '../worker/messages.ts';

export interface RowGuess {
  readonly key: OccurrenceKey;
  readonly look: RowLook;
}

export type RowLook = Pick<RailRow, 'tone' | 'due'>;

/** Remembers what it guessed last, which is what Undo takes back. */
export function createGuesses() {
  let last:
    | { readonly key: OccurrenceKey; readonly run: FlowView['run']; readonly look: RowLook }
    | undefined;

  /** Null: nothing can be told. */
  function guess(flow: FlowView, intent: Intent): RowGuess | null {
    if (intent.kind !== 'command' || intent.run !== flow.run) return null;
    const { command } = intent;
    if (command.kind !== 'completeStep' && command.kind !== 'reopenStep') return null;
    const key = occurrenceKey(command.occurrence);
    if (command.kind === 'reopenStep')
      return last?.run === flow.run && last.key === key ? { key, look: last.look } : null;
    const row = flow.rows.find((each) => each.key === key);
    // A vote, and what several do together, may leave it as it is.
    if (row === undefined || row.asks === 'vote') return null;
    last = { key, run: flow.run, look: { tone: row.tone, due: row.due } };
    return { key, look: { tone: 'done', due: null } };
  }
  return { guess };
}
