/** What belongs to the step, to tick off one by one. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Tick } from '../../kit/tick.tsx';
import { createGuess } from './create-guess.ts';
import type { StepCommands } from './step-commands.ts';
import styles from './step-parts.module.css';
import { isPresentPass } from './step-passes.tsx';

export function StepChecklist(props: { readonly step: StepView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const guess = createGuess((id: string, ticked: boolean) => props.commands.tick(id, ticked));
  const isTicked = ({ id, ticked }: StepView['checklist'][number]): boolean => guess.read(id, ticked);
  const ticked = () => props.step.checklist.filter(isTicked).length;
  return (
    <Show when={props.step.checklist.length > 0}>
      <div>
        <h3 class={styles.label}>
          {messages.step.checklist}
          <span>{messages.step.ticked(ticked(), props.step.checklist.length)}</span>
        </h3>
        <ul>
          <For each={props.step.checklist}>
            {(item) => (
              <li>
                <Tick
                  label={item.text}
                  checked={isTicked(item)}
                  settles
                  disabled={!isPresentPass(props.step) || !props.step.mayTalk}
                  onChange={(ticked) => guess.make(item.id, ticked)}
                />
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}
