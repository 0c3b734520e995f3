/** Steps that belong together, to be done once more or dropped in one go. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView, SectionView } from '../../../views/flow-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import styles from './parts-sheet.module.css';

export function PartsSheet(props: { readonly flow: FlowView; readonly onClose: () => void }) {
  const messages = useMessages();
  const { send, busy } = useCommands();
  const titleOf = (step: string): string | undefined =>
    props.flow.rows.find((row) => row.step === step)?.title;
  const change = async (kind: 'redoSection' | 'cancelSection', section: SectionView): Promise<void> => {
    const said = kind === 'redoSection' ? messages.flow.redonePart : messages.flow.cancelledPart;
    const result = await send(
      props.flow.run,
      { kind, section: section.id },
      { said: said(section.name), names: { step: titleOf, section: () => section.name } },
    );
    if (result.ok) props.onClose();
  };
  return (
    <Sheet onClose={props.onClose}>
      <SheetHead
        title={messages.flow.partsTitle}
        sub={messages.flow.partsHint}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <ul class={styles.list}>
          <For each={props.flow.sections}>
            {(section) => (
              <li class={styles.part} aria-label={section.name}>
                <h3 class={styles.name}>{section.name}</h3>
                <p class={styles.steps}>{messages.formats.list(section.steps.map(({ title }) => title))}</p>
                <div class={styles.actions}>
                  <Show when={section.canRedo}>
                    <Button aria-busy={busy()} onClick={() => void change('redoSection', section)}>
                      {messages.flow.redoPart}
                    </Button>
                  </Show>
                  <Show when={section.canCancel}>
                    <Button aria-busy={busy()} onClick={() => void change('cancelSection', section)}>
                      {messages.flow.cancelPart}
                    </Button>
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </SheetBody>
    </Sheet>
  );
}
