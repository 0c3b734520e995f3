/** Changing what happens if the step stalls: lines of "when" and "what happens", or as it usually is. */
import { createSignal, type JSX, Show, untrack } from 'solid-js';
import type { Rung } from '../../../model/ladder.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useAlertWords } from '../alerts/use-alert-words.ts';
import { LadderFields } from './ladder-fields.tsx';
import { useStepCommands } from './step-commands.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function LadderPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const words = useAlertWords();
  const commands = useStepCommands(() => props.step);
  const hasDue = (): boolean => props.step.dueRule !== null;
  const [rungs, setRungs] = createSignal<readonly Rung[]>(
    untrack(() => props.step.ladder.written.filter(({ from }) => from !== 'due' || hasDue())),
  );
  const save = async (ifStalls: readonly Rung[] | null): Promise<void> => {
    if (await commands.setLadder(ifStalls, words.saved)) props.onDone();
  };
  return (
    <>
      <SheetPageHead title={words.stalls} sub={props.step.title} before={props.before} />
      <SheetBody>
        <LadderFields
          rungs={rungs()}
          empty={words.nobodyTold}
          hasDue={hasDue()}
          hasBackup={props.step.backup !== null}
          hasFallback={false}
          onChange={setRungs}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void save(rungs())}>
          {words.save}
        </Button>
        <Show when={!props.step.ladder.usual}>
          <Button onClick={() => void save(null)}>{words.asUsual}</Button>
        </Show>
      </SheetFoot>
    </>
  );
}
