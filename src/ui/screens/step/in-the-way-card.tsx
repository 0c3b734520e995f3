/** An offer instead of a refusal: steps that come first can be marked done together with this one. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import styles from './step-page.module.css';

export function InTheWayCard(props: { readonly step: StepView; readonly onDoneToo: () => void }) {
  const messages = useMessages();
  const count = () => props.step.inTheWay.length;
  return (
    <section class={styles.card} aria-label={messages.step.inTheWay(count())}>
      <header>
        <StateGlyph shape="next" />
        <div>
          <h3>{messages.step.inTheWay(count())}</h3>
          <p>{messages.step.inTheWayList(props.step.inTheWay.map((step) => step.title))}</p>
        </div>
      </header>
      <Button size={48} wraps onClick={() => props.onDoneToo()}>
        {messages.step.doneToo(count())}
      </Button>
    </section>
  );
}
