/** Steps that come first: most can be marked done together with this one, which is better than a refusal. */
import type { JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';

export function InTheWayCard(props: { readonly step: StepView; readonly children: JSX.Element }) {
  const messages = useMessages();
  return (
    <MatterCard
      start={<StateGlyph shape="next" />}
      title={messages.step.inTheWay(props.step.inTheWay.length)}
      hint={messages.step.inTheWayList(props.step.inTheWay.map((step) => step.title))}
    >
      {props.children}
    </MatterCard>
  );
}
