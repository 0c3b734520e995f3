/** A list of what a workflow has of one sort, and the form of the one that is opened or new (`ThingForm`). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import IconChevronRight from '~icons/lucide/chevron-right';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import styles from './editor.module.css';
import { useEditorWords } from './use-editor-words.ts';

export interface ThingFormProps<Thing> {
  /** `null`: a new one. */
  readonly thing: Thing | null;
  readonly onDone: () => void;
}

export function ThingList<Thing extends { readonly id: string }>(props: {
  readonly things: readonly Thing[];
  readonly mayChange: boolean;
  readonly hint: string;
  readonly none: string;
  readonly icon: () => JSX.Element;
  readonly title: (thing: Thing) => string;
  readonly sub: (thing: Thing) => string;
  readonly form: (form: ThingFormProps<Thing>) => JSX.Element;
}) {
  const words = useEditorWords();
  const [open, setOpen] = createSignal<{ readonly id: string | null }>();
  const close = (): void => {
    setOpen();
  };
  const form = (id: string | null): JSX.Element =>
    props.form({ thing: props.things.find((thing) => thing.id === id) ?? null, onDone: close });
  return (
    <Show
      when={open()}
      keyed
      fallback={
        <>
          <SheetBody>
            <p class={styles.hint}>{props.hint}</p>
            <Show
              when={props.things.length > 0}
              fallback={
                <p>
                  <b>{props.none}</b>
                </p>
              }
            >
              <ul class={styles.rows}>
                <For each={props.things}>
                  {(thing) => (
                    <Row
                      start={props.icon()}
                      title={props.title(thing)}
                      sub={props.sub(thing)}
                      {...(props.mayChange && {
                        onOpen: () => setOpen({ id: thing.id }),
                        end: <IconChevronRight data-flips="" />,
                        passiveEnd: true,
                      })}
                    />
                  )}
                </For>
              </ul>
            </Show>
          </SheetBody>
          <Show when={props.mayChange}>
            <SheetFoot>
              <Button kind="ink" grow onClick={() => setOpen({ id: null })}>
                {words.new}
              </Button>
            </SheetFoot>
          </Show>
        </>
      }
    >
      {({ id }) => form(id)}
    </Show>
  );
}
