/** Gives an undo step that is open to somebody else. */
import type { PersonView } from '../../../views/shared.ts';
import type { UndoLine } from '../../../views/undo-line.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { HandToPage } from '../shared/hand-to-page.tsx';
import { StepHere } from '../step/step-here.tsx';
import { useUndoCommands } from './undo-commands.ts';
import { useUndoWords } from './use-undo-words.ts';

export function HandUndoSheet(props: {
  readonly line: UndoLine;
  readonly onClose: () => void;
  /** Somebody else has it. */
  readonly onDone?: () => void;
}) {
  const words = useUndoWords();
  const commands = useUndoCommands(() => props.line);
  const hand = async (to: PersonView): Promise<void> => {
    if (await commands.handOn(to)) (props.onDone ?? props.onClose)();
  };
  return (
    <StepHere run={props.line.run} key={props.line.key}>
      {(step) => (
        <Sheet onClose={props.onClose}>
          <HandToPage
            title={words.handOnTitle}
            sub={props.line.title}
            people={step().people}
            taken={props.line.holder?.id}
            takenNote={words.hasIt(props.line.mine)}
            action={(to) => words.handOnTo(to.name, to.isMe)}
            busy={commands.busy()}
            onHand={(to) => void hand(to)}
          />
        </Sheet>
      )}
    </StepHere>
  );
}
