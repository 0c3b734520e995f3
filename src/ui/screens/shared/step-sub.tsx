/** A step's second line on screen: the word in its colour, who is away, the rest muted. */
import { lazy, Show, Suspense } from 'solid-js';
import { ToneText } from '../../kit/tone-text.tsx';
import type { StepWords } from './step-words.ts';

const AwayNote = lazy(async () => ({ default: (await import('./away-note.tsx')).AwayNote }));

export function StepSub(props: { readonly words: StepWords }) {
  return (
    <>
      <ToneText tone={props.words.tone}>{props.words.word}</ToneText>
      <AwayPart away={props.words.away} />
      <Show when={props.words.rest}>{(rest) => <>, {rest()}</>}</Show>
    </>
  );
}

/** Nearly always nothing. */
export function AwayPart(props: { readonly away: StepWords['away'] }) {
  return (
    <Show when={props.away}>
      {(told) => (
        <Suspense>
          <AwayNote {...told()} />
        </Suspense>
      )}
    </Show>
  );
}
