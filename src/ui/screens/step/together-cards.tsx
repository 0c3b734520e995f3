/** What a step is not to be done beside: the rule and its button, what to wait for, and what went on all the same. */
import { For, Show } from 'solid-js';
import IconSplit from '~icons/lucide/git-compare-arrows';
import { togetherWords } from '../../../i18n/core/en/together.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import type { OverlapView, TogetherView } from '../../../views/together-view.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import type { StepCommands } from './step-commands.ts';

interface Props {
  readonly step: StepView;
  readonly together: TogetherView;
  readonly commands: StepCommands;
}

export function TogetherCards(props: Props) {
  const words = togetherWords(useMessages().formats);
  const titles = (): readonly string[] => props.together.underWay.map(({ step }) => step.title);
  const holders = (): readonly string[] => [
    ...new Set(props.together.underWay.flatMap(({ holder }) => (holder === null ? [] : [holder.name]))),
  ];
  const rule = () => (props.step.actions.begin ? props.together.rules[0] : undefined);
  return (
    <>
      <For each={props.together.overlaps}>
        {(overlap) => <OverlapCard step={props.step} overlap={overlap} commands={props.commands} />}
      </For>
      <Show when={titles().length > 0}>
        <MatterCard
          quiet
          start={<IconSplit />}
          title={words.wait(titles())}
          hint={words.waitHint(holders())}
        />
      </Show>
      <Show when={rule()}>
        {(ruled) => (
          <MatterCard
            quiet
            start={<IconSplit />}
            title={words.rule(ruled().kind, ruled().name)}
            hint={words.ruleHint(ruled().kind)}
          >
            <Button
              size={48}
              aria-busy={props.commands.busy()}
              onClick={() => void props.commands.begin(words.begun(ruled().kind, props.step.title))}
            >
              {words.begin(ruled().kind)}
            </Button>
          </MatterCard>
        )}
      </Show>
    </>
  );
}

function OverlapCard(props: Omit<Props, 'together'> & { readonly overlap: OverlapView }) {
  const words = togetherWords(useMessages().formats);
  const other = () => props.overlap.step;
  const isChoice = (): boolean => props.overlap.kind === 'firstBegun';
  const who = (): string | null =>
    props.overlap.by === null || props.overlap.by.isMe ? null : props.overlap.by.name;
  return (
    <Show
      when={props.overlap.isGoing}
      fallback={
        <MatterCard
          quiet
          start={<StateGlyph shape="risk" />}
          title={words.overlapped(other().title)}
          hint={words.overlappedHint}
        />
      }
    >
      <MatterCard
        start={<StateGlyph shape="risk" />}
        title={words.overlaps(other().title)}
        hint={words.overlapsHint(props.overlap.kind, who())}
      >
        <Show when={!isChoice() && props.step.actions.pause}>
          <Button size={48} aria-busy={props.commands.busy()} onClick={() => void props.commands.pause()}>
            {words.pause}
          </Button>
        </Show>
        <Show when={isChoice() && props.step.actions.cancel}>
          <Button size={48} aria-busy={props.commands.busy()} onClick={() => void props.commands.cancel('')}>
            {words.callOff}
          </Button>
        </Show>
        <ButtonLink size={48} href={stepPath(props.step.run, other().key)}>
          {words.open(other().title)}
        </ButtonLink>
      </MatterCard>
    </Show>
  );
}
