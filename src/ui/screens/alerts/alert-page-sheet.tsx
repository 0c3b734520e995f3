/** What a way out of an alert asks for: a nudge, a question to somebody outside, or who has the step, or its undo, next. */
import { Match, Show, Switch } from 'solid-js';
import type { RunId } from '../../../model/ids.ts';
import type { AlertPage } from '../../../views/alert-view.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { NudgeSheet } from '../contact/nudge-sheet.tsx';
import { HandToSheet } from '../now/hand-to-sheet.tsx';
import { StepHere } from '../step/step-here.tsx';
import { StepPages } from '../step/step-pages.tsx';
import { HandUndoSheet } from '../undo/hand-undo-sheet.tsx';

export function AlertPageSheet(props: {
  readonly run: RunId;
  readonly at: AlertPage;
  readonly onClose: () => void;
  /** Something was done about it. */
  readonly onDone: () => void;
}) {
  return (
    <Switch>
      <Match when={props.at.page === 'nudge'}>
        <NudgeSheet
          line={{ run: props.run, key: props.at.key }}
          onClose={props.onClose}
          onDone={props.onDone}
        />
      </Match>
      <Match when={props.at.page === 'handOver'}>
        <HandToSheet run={props.run} key={props.at.key} onClose={props.onClose} onDone={props.onDone} />
      </Match>
      <Match when={props.at.page === 'handUndo'}>
        <StepHere run={props.run} key={props.at.key}>
          {(step) => (
            <Show when={step().undo}>
              {(line) => <HandUndoSheet line={line()} onClose={props.onClose} onDone={props.onDone} />}
            </Show>
          )}
        </StepHere>
      </Match>
      <Match when={props.at.page === 'contact'}>
        <Sheet onClose={props.onClose}>
          <StepPages run={props.run} key={props.at.key} start="contact" />
        </Sheet>
      </Match>
    </Switch>
  );
}
