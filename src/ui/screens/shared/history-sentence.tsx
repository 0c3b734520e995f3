/** "**Sam** finished Book flights": the actor bold, then what they did. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { HistoryLine } from '../../../views/log-view.ts';
import { useLogWords } from './use-log-words.ts';

export function HistorySentence(props: { readonly line: HistoryLine }) {
  const messages = useMessages();
  const log = useLogWords();
  const actor = (): string => {
    const by = props.line.by;
    return by === null ? log.somebody : by.isMe ? log.you : by.name;
  };
  const fact = () => {
    const told = props.line.fact;
    if (told === null) return null;
    const { name, value, options } = told;
    return {
      name,
      value: value === null ? null : messages.facts.value(value, options, props.line.to?.name, props.line.at),
    };
  };
  const did = (): string =>
    log.did({
      type: props.line.type,
      step: props.line.step?.title ?? null,
      to: props.line.to,
      text: props.line.text,
      was: props.line.was,
      runTitle: props.line.runTitle,
      outcome: props.line.outcome,
      fact: fact(),
    });
  return (
    <>
      <b>{actor()}</b> {did()}
      <Show when={props.line.meanwhile}>{(title) => log.meanwhile(title())}</Show>
      <Show when={props.line.onBehalfOf}>
        {(other) => <> {log.forSomebody(other().isMe ? null : other().name)}</>}
      </Show>
    </>
  );
}
