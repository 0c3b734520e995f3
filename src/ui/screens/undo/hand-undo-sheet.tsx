/** Gives an undo step that is open to somebody else. */
import { createSignal } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { UndoLine } from '../../../views/undo-line.ts';
import { Button } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';
import { StepHere } from '../step/step-here.tsx';
import { useUndoCommands } from './undo-commands.ts';
import { useUndoWords } from './use-undo-words.ts';

export function HandUndoSheet(props: { readonly line: UndoLine; readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useUndoWords();
  const commands = useUndoCommands(() => props.line);
  const [chosen, setChosen] = createSignal<PersonId>();
  return (
    <StepHere run={props.line.run} key={props.line.key}>
      {(step) => {
        const person = () => step().people.find(({ id }) => id === chosen());
        const hand = async (): Promise<void> => {
          const to = person();
          if (to !== undefined && (await commands.handOn(to))) props.onClose();
        };
        const action = (): string => {
          const to = person();
          return to === undefined ? words.handOnTitle : words.handOnTo(to.name, to.isMe);
        };
        return (
          <Sheet onClose={props.onClose}>
            <SheetHead
              title={words.handOnTitle}
              sub={props.line.title}
              closeLabel={messages.frame.close}
              takesFocus
            />
            <SheetBody>
              <PersonChoice
                legend={words.handOnTitle}
                people={step().people}
                chosen={chosen()}
                onChoose={setChosen}
                taken={props.line.holder?.id}
                takenNote={words.hasIt(props.line.mine)}
              />
            </SheetBody>
            <SheetFoot>
              <Button
                kind="ink"
                grow
                disabled={person() === undefined}
                aria-busy={commands.busy()}
                onClick={() => void hand()}
              >
                {action()}
              </Button>
            </SheetFoot>
          </Sheet>
        );
      }}
    </StepHere>
  );
}
