/**
 * The steps of a workflow that is being written: whose each is, where it changes hands, and what it comes after.
 * A step is moved by its handle, with a finger or the arrow keys.
 */
import { createMemo, createSignal, For, Show } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconGrip from '~icons/lucide/grip-vertical';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import type { StepId } from '../../../model/ids.ts';
import type { EditorRow, EditorView, EditorWho } from '../../../views/editor-view.ts';
import type { SayableWho } from '../../../i18n/core/en/editor.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { laneAt, RailGradients, RailSlice } from '../flow/rail-slice.tsx';
import { draftSlice } from '../start/draft.ts';
import styles from './editor.module.css';
import { useEditorWords } from './use-editor-words.ts';

const noTones: Parameters<typeof draftSlice>[1] = new Map();
const textGap = 24;

export function EditorList(props: {
  readonly view: EditorView;
  readonly current: StepId | null;
  readonly onOpen: (step: StepId) => void;
  readonly onMove: (step: StepId, behind: StepId | null) => void;
}) {
  const words = useEditorWords();
  let list!: HTMLOListElement;
  const [dragged, setDragged] = createSignal<StepId>();
  /** Before which row it would be put. */
  const [target, setTarget] = createSignal<number>();
  const rows = () => props.view.rows;
  const slices = createMemo(() => {
    const { rail } = props.view;
    const inOrder = rail.rows.every(({ step }, at) => rows()[at]?.step === step);
    // A step that waits for a later one cannot be drawn in this order: nodes alone then.
    return new Map(
      rail.rows.map((row) => [row.step, inOrder ? row : { ...row, lane: 0, in: [], out: [], through: [] }]),
    );
  });
  const lanes = () => Math.max(1, ...[...slices().values()].map(({ lane }) => lane + 1));
  const textAt = () => laneAt(lanes() - 1) + textGap;

  const moveTo = (step: StepId, place: number): void => {
    const others = rows().filter((row) => row.step !== step);
    const at = Math.max(0, Math.min(others.length, place));
    props.onMove(step, others[at - 1]?.step ?? null);
  };
  const placeAt = (y: number): number => {
    const boxes = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) =>
      row.getBoundingClientRect(),
    );
    const below = boxes.findIndex((box) => y < box.top + box.height / 2);
    return below < 0 ? boxes.length : below;
  };
  const drop = (step: StepId): void => {
    const to = target();
    const from = rows().findIndex((row) => row.step === step);
    setDragged();
    setTarget();
    if (to === undefined || to === from || to === from + 1) return;
    moveTo(step, to > from ? to - 1 : to);
  };

  return (
    <>
      <RailGradients />
      <ol
        ref={list}
        class={styles.list}
        aria-label={words.steps}
        style={{ '--text-at': `${Math.max(56, textAt())}px` }}
      >
        <For each={rows()}>
          {(row, at) => (
            <li
              class={styles.row}
              data-row=""
              data-dragged={dragged() === row.step}
              data-target={target() === at() && dragged() !== undefined}
              aria-current={props.current === row.step ? 'true' : undefined}
            >
              <Show when={slices().get(row.step)}>
                {(slice) => <RailSlice slice={draftSlice(slice(), noTones)} tone="next" nodeKey={row.step} />}
              </Show>
              <span class={styles.text}>
                <Show when={row.from.length > 0 && row.who}>
                  {(to) => (
                    <span class={styles.handOff}>
                      <IconArrowRight data-flips="" />
                      {words.handOff(row.from.map(sayable), sayable(to()))}
                    </span>
                  )}
                </Show>
                <button type="button" class={styles.open} onClick={() => props.onOpen(row.step)}>
                  {row.title}
                </button>
                <span class={styles.sub}>
                  <SubLine row={row} />
                </span>
              </span>
              <span class={styles.end}>
                <Show when={row.wrong}>
                  <span class={styles.wrong} role="img" aria-label={words.wrong} title={words.wrong}>
                    <IconTriangleAlert />
                  </span>
                </Show>
                <Show when={row.who?.kind === 'person' && row.who}>
                  {(who) => <Avatar face={who().person} size={24} />}
                </Show>
                <Show when={props.view.mayChange && rows().length > 1}>
                  <button
                    type="button"
                    class={styles.handle}
                    aria-label={words.move(row.title)}
                    onKeyDown={(event) => {
                      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                      if (by === 0) return;
                      event.preventDefault();
                      if (at() + by >= 0 && at() + by < rows().length) moveTo(row.step, at() + by);
                    }}
                    onPointerDown={(event) => {
                      if (event.button !== 0) return;
                      event.currentTarget.setPointerCapture(event.pointerId);
                      setDragged(() => row.step);
                    }}
                    onPointerMove={(event) => {
                      if (dragged() === row.step) setTarget(placeAt(event.clientY));
                    }}
                    onPointerUp={() => drop(row.step)}
                    onPointerCancel={() => {
                      setDragged();
                      setTarget();
                    }}
                  >
                    <IconGrip />
                  </button>
                </Show>
              </span>
            </li>
          )}
        </For>
        <Show when={target() === rows().length && dragged() !== undefined}>
          <li class={styles.last} aria-hidden="true" />
        </Show>
      </ol>
    </>
  );
}

function SubLine(props: { readonly row: EditorRow }) {
  const words = useEditorWords();
  const says = (): string =>
    [
      props.row.who === null ? words.nobody : words.who(sayable(props.row.who)),
      props.row.inCaseOf === null ? words.after(props.row.after) : words.inCaseOf(props.row.inCaseOf),
      ...(props.row.list === null ? [] : [words.inList(props.row.list)]),
    ].join(' · ');
  return <>{says()}</>;
}

export function sayable(who: EditorWho): SayableWho {
  return who.kind === 'person' ? { kind: 'person', name: who.person.name, isMe: who.person.isMe } : who;
}
