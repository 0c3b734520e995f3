/** Steps that come first: most can be marked done together with this one, which is better than a refusal. */
import type { JSX } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { StepCard } from './step-card.tsx';

export function InTheWayCard(props: { readonly step: StepView; readonly children: JSX.Element }) {
  const messages = useMessages();
  return (
    <StepCard
      start={<StateGlyph shape="next" />}
      title={messages.step.inTheWay(props.step.inTheWay.length)}
      hint={messages.step.inTheWayList(props.step.inTheWay.map((step) => step.title))}
    >
      {props.children}
    </StepCard>
  );
}
