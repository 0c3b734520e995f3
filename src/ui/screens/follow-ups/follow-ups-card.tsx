/** On a flow: what starts when it has ended or what it has started, and what it came from itself. */
import { For, Show } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconCornerDownRight from '~icons/lucide/corner-down-right';
import type { FlowView } from '../../../views/flow-view.ts';
import { ButtonLink } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { runPath } from '../../routes.ts';
import { useFollowUpWords } from './use-follow-up-words.ts';

type FollowUp = FlowView['followUps'][number];

export function FollowUpsCard(props: { readonly flow: FlowView }) {
  const words = useFollowUpWords();
  const isOver = () => props.flow.status === 'finished' || props.flow.status === 'cancelled';
  /** Of what can come true no more, only what did is told. */
  const shown = () =>
    props.flow.followUps.filter(
      ({ started, problem, when }) =>
        !isOver() || started !== null || problem !== null || when.kind === props.flow.status,
    );
  const titleOf = ({ workflow, started }: FollowUp): string => {
    if (workflow === null) return words.gone;
    return started === null ? words.starts(workflow) : words.started(workflow);
  };
  return (
    <Show when={shown().length > 0 || props.flow.follows !== null}>
      <section aria-label={words.region}>
        <Card>
          <Show when={props.flow.follows}>
            {(before) => (
              <CardRow
                start={<IconCornerDownRight />}
                title={words.cameFrom(before().title)}
                end={<OpenLink run={before().run} title={before().title} />}
              />
            )}
          </Show>
          <For each={shown()}>
            {(each) => (
              <CardRow
                start={<IconArrowRight />}
                title={titleOf(each)}
                sub={each.problem === null ? words.when(each.when) : words.problem[each.problem]}
                {...(each.started !== null && {
                  end: <OpenLink run={each.started} title={each.workflow ?? words.gone} />,
                })}
              />
            )}
          </For>
        </Card>
      </section>
    </Show>
  );
}

function OpenLink(props: { readonly run: FlowView['run']; readonly title: string }) {
  const words = useFollowUpWords();
  return (
    <ButtonLink href={runPath(props.run)} size={40} label={words.openNamed(props.title)}>
      {words.open}
    </ButtonLink>
  );
}
