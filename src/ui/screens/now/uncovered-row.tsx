/** A step whose turn has come while whoever has it is away and nobody stands in: take it, or hand it on [H3]. */
import { createSignal, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { StepLine } from '../../../views/shared.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { joinWords } from '../shared/step-words.ts';
import { useAwayWords } from '../shared/use-away-words.ts';
import { HandToSheet } from './hand-to-sheet.tsx';
import styles from './uncovered-row.module.css';

export function UncoveredRow(props: { readonly line: StepLine }) {
  const messages = useMessages();
  const words = useAwayWords();
  const now = useNow();
  const isMember = useIsMember();
  const { send, busy } = useCommands();
  const [handing, setHanding] = createSignal(false);
  const sub = (): string => {
    const { holder, away, due } = props.line;
    const when = words.isAway(holder?.name ?? messages.states.somebody, away?.until ?? '', now());
    return due?.late === true ? joinWords([when, messages.states.late(due.at, now()).toLowerCase()]) : when;
  };
  const take = async (): Promise<void> => {
    const occurrence = occurrenceFromKey(props.line.key);
    if (!occurrence.ok || busy()) return;
    await send(
      props.line.run,
      { kind: 'claimStep', occurrence: occurrence.value },
      { said: words.takenOver(props.line.title) },
    );
  };
  return (
    <>
      <Row
        start={<StateGlyph shape={props.line.tone} />}
        title={props.line.title}
        href={stepPath(props.line.run, props.line.key)}
        sub={sub()}
      />
      <Show when={isMember()}>
        <li class={styles.ways}>
          <Button size={40} aria-busy={busy()} onClick={() => void take()}>
            {words.takeOver}
          </Button>
          <Button size={40} aria-haspopup="dialog" onClick={() => setHanding(true)}>
            {words.handTo}
          </Button>
        </li>
      </Show>
      <Show when={handing()}>
        <HandToSheet run={props.line.run} key={props.line.key} onClose={() => setHanding(false)} />
      </Show>
    </>
  );
}
