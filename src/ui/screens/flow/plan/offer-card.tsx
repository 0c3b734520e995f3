/** A later version of the workflow: what would change in this flow, and taking it over. */
import { For, Show } from 'solid-js';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import type { RunId } from '../../../../model/ids.ts';
import type { PlanOffer } from '../../../../views/plan-view.ts';
import { useCommands } from '../../../commands.ts';
import { Button } from '../../../kit/button.tsx';
import { MatterCard } from '../../../kit/matter-card.tsx';
import styles from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

export function OfferCard(props: { readonly run: RunId; readonly offer: PlanOffer }) {
  const words = usePlanWords();
  return (
    <MatterCard
      start={<IconGitCompare />}
      title={words.newer(props.offer.lines.length)}
      hint={words.newerHint}
    >
      <OfferDetails run={props.run} offer={props.offer} mayTake />
    </MatterCard>
  );
}

export function OfferDetails(props: {
  readonly run: RunId;
  readonly offer: PlanOffer;
  readonly mayTake: boolean;
  /** What the button is called for screen readers, where several stand together. */
  readonly takes?: string;
}) {
  const { send, busy } = useCommands();
  const words = usePlanWords();
  const take = (): void => {
    const { operations, lines } = props.offer;
    void send(props.run, { kind: 'changePlan', operations }, { said: words.takenOver(lines.length) });
  };
  return (
    <>
      <ul class={styles.lines}>
        <For each={props.offer.lines}>{(line) => <li>{words.difference(line)}</li>}</For>
      </ul>
      <Show when={props.offer.stays.length > 0}>
        <p class={styles.hint}>{words.stays(props.offer.stays)}</p>
      </Show>
      <Show when={props.mayTake}>
        <Button
          kind="ink"
          aria-busy={busy()}
          {...(props.takes !== undefined && { 'aria-label': props.takes })}
          onClick={take}
        >
          {words.take}
        </Button>
      </Show>
    </>
  );
}
