/**
 * A plain text area with the rail drawn beside its lines. A copy of the text lies under it, one element a
 * line, wrapped exactly alike: it carries each line's slice of the rail and the colours of its parts.
 */
import { createMemo, createSignal, For, Index, Show } from 'solid-js';
import type { StepId } from '../../../model/ids.ts';
import type { Tone } from '../../../views/shared.ts';
import type { CapturePreview } from '../../../worker/messages.ts';
import { Avatar, type Face } from '../../kit/avatar.tsx';
import { draftSlice } from '../start/draft.ts';
import { laneAt, RailGradients, RailSlice } from '../flow/rail-slice.tsx';
import { lineToParts } from './line-parts.ts';
import styles from './rail-editor.module.css';

const textGap = 24;
const noTones: ReadonlyMap<StepId, Tone> = new Map();

export function RailEditor(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly preview: CapturePreview | undefined;
  readonly badLines: ReadonlySet<number>;
  /** Whose step it is, as soon as a name is typed. */
  readonly faceOf: (step: StepId) => Face | null;
  readonly describedBy: string;
  readonly onInput: (text: string) => void;
  /** To be looked at and copied. */
  readonly readOnly?: boolean;
  readonly onPaste?: (event: ClipboardEvent) => void;
  readonly ref: (element: HTMLTextAreaElement) => void;
}) {
  const [typing, setTyping] = createSignal(false);
  const lines = createMemo(() => props.text.split('\n'));
  // A slice belongs to the line it was made for; while a preview is on its way, lines may have moved.
  const rowByLine = createMemo(() => {
    const preview = props.preview;
    const rowByStep = new Map(preview?.rail.rows.map((row) => [row.step, row]));
    const stops = preview?.lines.filter(({ step }) => rowByStep.has(step)) ?? [];
    const inOrder = stops.every(({ step }, at) => preview?.rail.rows[at]?.step === step);
    return new Map(
      preview?.lines.flatMap(({ line, step }) => {
        const row = rowByStep.get(step);
        if (row === undefined) return [];
        // A line that waits for a later one cannot be drawn in this order: nodes alone then.
        return [[line - 1, inOrder ? row : { ...row, lane: 0, in: [], out: [], through: [] }] as const];
      }),
    );
  });
  /** Tracks that pass by lines that are no step: checklist lines, the title, empty ones. */
  const passing = createMemo(() => {
    const rows = rowByLine();
    const result = new Map<number, readonly { readonly lane: number }[]>();
    let below: readonly { readonly lane: number }[] = [];
    lines().forEach((_, line) => {
      const row = rows.get(line);
      if (row === undefined) result.set(line, below);
      else below = [...row.out, ...row.through];
    });
    return result;
  });
  const textAt = () => laneAt((props.preview?.rail.lanes ?? 1) - 1) + textGap;
  return (
    <div class={styles.editor} data-typing={typing()} style={{ '--text-at': `${Math.max(56, textAt())}px` }}>
      <RailGradients />
      <div class={styles.copy} aria-hidden="true">
        <Index each={lines()}>
          {(line, at) => (
            <div class={styles.line} data-bad={props.badLines.has(at)}>
              <Show
                when={rowByLine().get(at)}
                fallback={
                  <svg class={styles.pass}>
                    <For each={passing().get(at)}>
                      {(track) => <path d={`M${laneAt(track.lane)} 0v999`} />}
                    </For>
                  </svg>
                }
              >
                {(row) => (
                  <>
                    <RailSlice slice={draftSlice(row(), noTones)} tone="next" nodeKey={row().step} />
                    <Show when={props.faceOf(row().step)}>
                      {(face) => (
                        <span class={styles.face} style={{ '--node-at': `${laneAt(row().lane)}px` }}>
                          <Avatar face={face()} size={24} />
                        </span>
                      )}
                    </Show>
                  </>
                )}
              </Show>
              <For each={lineToParts(line())}>{(part) => <span data-part={part.kind}>{part.text}</span>}</For>
              {'\u200b'}
            </div>
          )}
        </Index>
      </div>
      <textarea
        ref={props.ref}
        class={styles.text}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        value={props.text}
        readOnly={props.readOnly === true}
        autocomplete="off"
        autocapitalize="sentences"
        spellcheck={true}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onPaste={(event) => props.onPaste?.(event)}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
      />
    </div>
  );
}
