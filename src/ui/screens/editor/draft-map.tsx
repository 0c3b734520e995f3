/** The map of a workflow that is being written, beside its list: the same steps, and each opens from either. */
import { createMemo, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import type { StepId } from '../../../model/ids.ts';
import type { EditorRow, EditorView } from '../../../views/editor-view.ts';
import type { MapNode } from '../../../views/map-view.ts';
import { Skeleton } from '../../kit/skeleton.tsx';
import { FlowMap } from '../map/flow-map.tsx';
import type { MapCard } from '../map/map-card.ts';
import { useMapWords } from '../map/use-map-words.ts';
import { sayable } from './editor-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function DraftMap(props: {
  readonly view: EditorView;
  readonly current: StepId | null;
  readonly onOpen: (step: StepId) => void;
}) {
  const words = useEditorWords();
  const mapWords = useMapWords();
  const map = createView(() => ({ kind: 'draftMap' as const, workflow: props.view.workflow }));
  const rowByStep = createMemo(() => new Map(props.view.rows.map((row) => [row.step, row])));
  const toCard = ({ title, who, wrong }: EditorRow): MapCard => {
    const says = who === null ? words.nobody : words.who(sayable(who));
    return {
      title,
      tone: wrong ? 'risk' : 'next',
      word: wrong ? words.wrong : '',
      // In so little room what is wrong matters more.
      rest: wrong ? '' : says,
      face: who?.kind === 'person' ? who.person : null,
      spoken: [title, says, ...(wrong ? [words.wrong] : [])].join(', '),
      quiet: false,
    };
  };
  const cardOf = ({ step }: MapNode): MapCard | undefined => {
    const row = rowByStep().get(step);
    return row === undefined ? undefined : toCard(row);
  };
  return (
    <Show when={map()?.placed === true && map()} fallback={<Skeleton label={mapWords.drawing} rows={6} />}>
      {(drawing) => (
        <FlowMap
          map={drawing()}
          label={mapWords.label(props.view.definition.title)}
          cardOf={cardOf}
          current={props.current}
          onOpen={({ step }) => props.onOpen(step)}
        />
      )}
    </Show>
  );
}
