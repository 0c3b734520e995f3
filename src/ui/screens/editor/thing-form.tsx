/** The form of one thing that a workflow has: what is asked, and under it saving it, taking it out, and the way back. */
import { type JSX, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EditOperation } from '../../../model/edit-operation.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import styles from './editor.module.css';
import type { EditorCommands } from './editor-commands.ts';
import { useEditorWords } from './use-editor-words.ts';

/** A change, and what the thing is called that it is made to. */
export interface ThingChange {
  readonly name: string;
  readonly operation: EditOperation;
}

export function ThingForm(props: {
  readonly commands: EditorCommands;
  /** All is there that it needs. */
  readonly ready: boolean;
  /** `null`: there is nothing to save yet. */
  readonly put: () => ThingChange | null;
  /** `null`: it is new, and there is nothing to take out. */
  readonly drop: ThingChange | null;
  readonly onDone: () => void;
  readonly children: JSX.Element;
}) {
  const messages = useMessages();
  const words = useEditorWords();
  const change = async ({ operation }: ThingChange, said: string): Promise<void> => {
    if (await props.commands.change([operation], said)) props.onDone();
  };
  const save = (): void => {
    const put = props.put();
    if (put !== null) void change(put, words.saved(put.name));
  };
  return (
    <>
      <SheetBody>
        <div class={styles.form}>{props.children}</div>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={!props.ready} onClick={save}>
          {words.save}
        </Button>
        <Show when={props.drop}>
          {(drop) => (
            <Button onClick={() => void change(drop(), words.taken(drop().name))}>{words.take}</Button>
          )}
        </Show>
        <Button onClick={() => props.onDone()}>{messages.frame.back}</Button>
      </SheetFoot>
    </>
  );
}
