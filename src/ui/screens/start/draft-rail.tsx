/** The rail of a workflow before its start: a tap says what is already done. */
import { createMemo, For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../../model/workflow.ts';
import type { RailLayout } from '../../../views/rail-layout.ts';
import type { Tone } from '../../../views/shared.ts';
import { Avatar, type Face } from '../../kit/avatar.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { laneAt, RailGradients, RailSlice } from '../flow/rail-slice.tsx';
import { draftSlice } from './draft.ts';
import styles from './draft-rail.module.css';

/** Text stands this far from the last lane, pixels. */
const textGap = 24;

export function DraftRail(props: {
  readonly label: string;
  readonly definition: WorkflowDefinition;
  readonly rail: RailLayout;
  readonly tones: ReadonlyMap<StepId, Tone>;
  /** When a step would be due, in words; empty when it has no day. */
  readonly dueOf: (step: StepDefinition) => string;
  readonly faceOf: (step: StepDefinition) => Face | null;
  readonly onToggle: (step: StepId) => void;
}) {
  const messages = useMessages();
  const stepById = createMemo(() => new Map(props.definition.steps.map((step) => [step.id, step])));
  const textAt = () => laneAt(Math.max(0, props.rail.lanes - 1)) + textGap;
  const toneOf = (step: StepId): Tone => props.tones.get(step) ?? 'next';
  return (
    <section class={styles.rail} aria-label={props.label} style={{ '--text-at': `${textAt()}px` }}>
      <RailGradients />
      <ol>
        <For each={props.rail.rows}>
          {(row) => (
            <Show when={stepById().get(row.step)}>
              {(step) => (
                <li class={styles.row} data-tone={toneOf(row.step)}>
                  <RailSlice
                    slice={draftSlice(row, props.tones)}
                    tone={toneOf(row.step)}
                    nodeKey={row.step}
                  />
                  <label class={styles.label}>
                    <input
                      type="checkbox"
                      class={styles.box}
                      checked={toneOf(row.step) === 'done'}
                      onChange={() => props.onToggle(row.step)}
                    />
                    <span class={styles.title}>{step().title}</span>
                  </label>
                  <span class={styles.end}>
                    <Show
                      when={toneOf(row.step) === 'turn'}
                      fallback={<Show when={toneOf(row.step) !== 'done'}>{props.dueOf(step())}</Show>}
                    >
                      <ToneText tone="turn">{messages.start.yourTurn}</ToneText>
                    </Show>
                    <Show when={props.faceOf(step())}>{(face) => <Avatar face={face()} size={24} />}</Show>
                  </span>
                </li>
              )}
            </Show>
          )}
        </For>
      </ol>
    </section>
  );
}
