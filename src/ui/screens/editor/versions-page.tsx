/** The versions of a workflow that were in use, and what is another now. */
import { For, Show } from 'solid-js';
import IconHistory from '~icons/lucide/history';
import type { EditorVersionLine } from '../../../views/editor-view.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { SheetBody } from '../../kit/sheet-parts.tsx';
import { usePlanWords } from '../flow/plan/use-plan-words.ts';
import styles from './editor.module.css';
import type { EditorPageProps } from './editor-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function VersionsPage(props: EditorPageProps) {
  const words = useEditorWords();
  const planWords = usePlanWords();
  const now = useNow();
  const bringBack = async ({ number, hash }: EditorVersionLine): Promise<void> => {
    const { workflow } = props.view;
    const intent = { kind: 'bringBackVersion', workflow, number, hash } as const;
    if ((await props.commands.send(intent, words.broughtBack(number), true)).ok) props.onClose();
  };
  const mayBringBack = (version: EditorVersionLine): boolean =>
    props.view.mayChange && (!version.inUse || props.view.isDraft);
  return (
    <SheetBody>
      <Show when={props.view.differences.length > 0}>
        <p>
          <b>{words.differences}</b>
        </p>
        <ul class={styles.lines}>
          <For each={props.view.differences}>{(line) => <li>{planWords.difference(line)}</li>}</For>
        </ul>
      </Show>
      <Show when={props.view.versions.length > 0} fallback={<p class={styles.hint}>{words.noVersions}</p>}>
        <ul class={styles.rows}>
          <For each={props.view.versions}>
            {(version) => (
              <Row
                start={<IconHistory />}
                title={
                  version.inUse
                    ? `${words.versionName(version.number)} · ${words.inUse}`
                    : words.versionName(version.number)
                }
                sub={words.versionLine(
                  version.at,
                  version.by === null ? null : version.by.isMe ? words.you : version.by.name,
                  now(),
                )}
                {...(mayBringBack(version) && {
                  end: (
                    <Button
                      size={40}
                      aria-label={words.bringBackNamed(version.number)}
                      onClick={() => void bringBack(version)}
                    >
                      {words.bringBack}
                    </Button>
                  ),
                })}
              />
            )}
          </For>
        </ul>
      </Show>
    </SheetBody>
  );
}
