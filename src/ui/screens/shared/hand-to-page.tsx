/** Gives something to one person of several; who has it already is shown, and cannot be chosen. */
import { createSignal, type JSX } from 'solid-js';
import type { PersonId } from '../../../model/ids.ts';
import type { PersonView } from '../../../views/shared.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { PersonChoice } from './person-choice.tsx';
import { SheetPageHead } from './sheet-page-head.tsx';

export function HandToPage(props: {
  readonly title: string;
  readonly sub: string;
  readonly before?: JSX.Element;
  readonly people: readonly PersonView[];
  readonly taken: PersonId | undefined;
  readonly takenNote: string;
  /** What the button says once somebody is chosen; before that it says the title. */
  readonly action: (to: PersonView) => string;
  readonly kind?: 'ink' | 'turn';
  readonly busy: boolean;
  readonly onHand: (to: PersonView) => void;
  /** What else may be said. */
  readonly children?: JSX.Element;
}) {
  const [chosen, setChosen] = createSignal<PersonId>();
  const person = () => props.people.find(({ id }) => id === chosen());
  const action = (): string => {
    const to = person();
    return to === undefined ? props.title : props.action(to);
  };
  const hand = (): void => {
    const to = person();
    if (to !== undefined) props.onHand(to);
  };
  return (
    <>
      <SheetPageHead title={props.title} sub={props.sub} before={props.before} />
      <SheetBody>
        <PersonChoice
          legend={props.title}
          people={props.people}
          chosen={chosen()}
          onChoose={setChosen}
          taken={props.taken}
          takenNote={props.takenNote}
        />
        {props.children}
      </SheetBody>
      <SheetFoot>
        <Button
          kind={props.kind ?? 'ink'}
          grow
          disabled={person() === undefined}
          aria-busy={props.busy}
          onClick={hand}
        >
          {action()}
        </Button>
      </SheetFoot>
    </>
  );
}
