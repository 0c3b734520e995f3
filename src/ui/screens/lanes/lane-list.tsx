/** Who has what, as a list: by person what they hold now, what is next and later, and what is done. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { RailRow } from '../../../views/flow-view.ts';
import type { LanePart, LaneStep, LaneView } from '../../../views/lanes-view.ts';
import { useNow } from '../../clock.tsx';
import { Row } from '../../kit/row.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { isQuiet, railRowWords } from '../flow/row-words.ts';
import { joinWords } from '../shared/step-words.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { LaneHead, useLaneName } from './lane-head.tsx';
import styles from './lanes-tab.module.css';
import { useLanesWords } from './use-lanes-words.ts';

const open: readonly LanePart[] = ['now', 'next', 'later'];

interface ListProps {
  readonly rowByStep: ReadonlyMap<StepId, RailRow>;
  readonly onOpen: (key: OccurrenceKey) => void;
}

export function LaneList(props: ListProps & { readonly lanes: readonly LaneView[] }) {
  return <For each={props.lanes}>{(lane) => <Person {...props} lane={lane} />}</For>;
}

function Person(props: ListProps & { readonly lane: LaneView }) {
  const words = useLanesWords();
  const nameOf = useLaneName();
  const of = (part: LanePart): readonly LaneStep[] => props.lane.steps.filter((step) => step.part === part);
  const rows = (): readonly RailRow[] =>
    props.lane.steps.flatMap(({ step }) => props.rowByStep.get(step) ?? []);
  return (
    <section class={styles.person} aria-label={nameOf(props.lane)}>
      <LaneHead lane={props.lane} rows={rows()} />
      <For each={open.filter((part) => of(part).length > 0)}>
        {(part) => (
          <>
            <h3 class={styles.part}>{words.part(part)}</h3>
            <Steps {...props} steps={of(part)} />
          </>
        )}
      </For>
      <Show when={of('done').length > 0}>
        <details class={styles.done}>
          <summary class={styles.part}>{words.done(of('done').length)}</summary>
          <Steps {...props} steps={of('done')} />
        </details>
      </Show>
    </section>
  );
}

function Steps(props: ListProps & { readonly steps: readonly LaneStep[] }) {
  return (
    <ul>
      <For each={props.steps}>
        {(step) => (
          <Show when={props.rowByStep.get(step.step)}>
            {(row) => <Step row={row()} step={step} onOpen={() => props.onOpen(step.key)} />}
          </Show>
        )}
      </For>
    </ul>
  );
}

function Step(props: { readonly row: RailRow; readonly step: LaneStep; readonly onOpen: () => void }) {
  const messages = useMessages();
  const words = useLanesWords();
  const now = useNow();
  const says = () => railRowWords(messages, props.row, now());
  const load = (): string => (props.step.load === 'fine' ? '' : words[props.step.load]);
  const rest = (): string => joinWords([says()?.rest ?? '', load()]);
  return (
    <Row
      start={<StateGlyph shape={props.row.isUndone ? 'skipped' : props.row.tone} />}
      title={props.row.title}
      sub={
        <Show when={says()} fallback={load()}>
          {(said) => (
            <Show when={said().word} fallback={rest()}>
              <StepSub words={{ ...said(), rest: rest() }} />
            </Show>
          )}
        </Show>
      }
      quiet={isQuiet(props.row)}
      onOpen={() => props.onOpen()}
    />
  );
}
