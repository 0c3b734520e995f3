/** A step's second line on screen: the word in its colour, the rest muted. */
import { Show } from 'solid-js';
import { ToneText } from '../../kit/tone-text.tsx';
import type { StepWords } from './step-words.ts';

export function StepSub(props: { readonly words: StepWords }) {
  return (
    <>
      <ToneText tone={props.words.tone}>{props.words.word}</ToneText>
      <Show when={props.words.rest}>{(rest) => <>, {rest()}</>}</Show>
    </>
  );
}
