/** On the sheet of a completed step: that it can be undone, that it is to be, or what became of it. */
import { Match, Show, Switch } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import IconUndo from '~icons/lucide/undo-2';
import { StepSub } from '../shared/step-sub.tsx';
import { joinWords } from '../shared/step-words.ts';
import { UndoActions } from './undo-actions.tsx';
import { useUndoCommands } from './undo-commands.ts';
import { isOpenUndo, undoSub, undoTone } from './undo-tone.ts';
import { useUndoWords } from './use-undo-words.ts';

export function UndoStepCard(props: { readonly line: UndoLine }) {
  const messages = useMessages();
  const words = useUndoWords();
  const now = useNow();
  const commands = useUndoCommands(() => props.line);
  /** A changed fact only offers it: the card that asks to check the step says why. */
  const offered = () =>
    props.line.status === 'none' ||
    (props.line.status === 'proposed' && props.line.because === 'factChanged');
  const until = () => (props.line.cancelBy === null ? '' : words.until(props.line.cancelBy, now()));
  const because = () => (props.line.because === null ? '' : words.because[props.line.because]);
  return (
    <Switch>
      <Match when={offered()}>
        <Show when={props.line.canSettle}>
          <MatterCard
            quiet
            start={<IconUndo />}
            title={words.canBeUndone}
            hint={joinWords([props.line.title, until()])}
          >
            <Button size={40} aria-busy={commands.busy()} onClick={() => void commands.ask()}>
              {words.ask}
            </Button>
          </MatterCard>
        </Show>
      </Match>
      <Match when={isOpenUndo(props.line)}>
        <MatterCard
          start={<StateGlyph shape={undoTone(props.line)} />}
          title={props.line.title}
          details={
            <>
              <p>
                <StepSub words={undoSub(messages, words, props.line, now())} />
              </p>
              <p>{because()}</p>
              <Show when={props.line.instructions}>{(text) => <p>{text()}</p>}</Show>
            </>
          }
        >
          <Show when={props.line.canSettle}>
            <UndoActions line={props.line} />
          </Show>
        </MatterCard>
      </Match>
      <Match when={true}>
        <MatterCard
          quiet
          start={<StateGlyph shape={undoTone(props.line)} />}
          title={props.line.title}
          details={
            <p>
              <StepSub words={undoSub(messages, words, props.line, now())} />
            </p>
          }
        />
      </Match>
    </Switch>
  );
}
