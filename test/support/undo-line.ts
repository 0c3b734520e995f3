/** An undo step of the Lisbon trip, as screens have it. */
import { asId, type StepId } from '../../src/model/ids.ts';
import type { UndoLine } from '../../src/views/undo-line.ts';
import { ana, keyOf, trip } from './tuesday-people.ts';

export const undoLine = (step: string, title: string, more: Partial<UndoLine> = {}): UndoLine => ({
  run: trip,
  runTitle: 'Lisbon board trip',
  step: asId<StepId>(step),
  key: keyOf(step),
  title,
  undoes: `Book the ${step}`,
  instructions: null,
  status: 'proposed',
  because: 'runCancelled',
  holder: ana,
  mine: true,
  cancelBy: null,
  by: [],
  at: null,
  text: null,
  canSettle: true,
  canHandOn: false,
  ...more,
});
