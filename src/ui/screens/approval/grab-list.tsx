/** What anybody of a role of mine may take. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { StepLine } from '../../../views/shared.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { stepWords } from '../shared/step-words.ts';
import { useApprovalWords } from './use-approval-words.ts';

export function GrabList(props: { readonly lines: readonly StepLine[] }) {
  const messages = useMessages();
  const words = useApprovalWords();
  const now = useNow();
  const mayAct = useMayAct();
  const { send, busy } = useCommands();
  const take = (line: StepLine): void => {
    const occurrence = occurrenceFromKey(line.key);
    if (!occurrence.ok || busy()) return;
    void send(
      line.run,
      { kind: 'claimStep', occurrence: occurrence.value },
      { said: words.grabbed, names: { step: (step) => (step === line.step ? line.title : undefined) } },
    );
  };
  return (
    <Section title={words.grabs}>
      <ul>
        <For each={props.lines}>
          {(line) => (
            <Row
              start={<StateGlyph shape={line.tone} />}
              title={line.title}
              href={stepPath(line.run, line.key)}
              sub={<StepSub words={stepWords(messages, line, now(), line.runTitle)} />}
              {...(mayAct() && {
                end: (
                  <Button size={40} aria-label={words.grabOf(line.title)} onClick={() => take(line)}>
                    {words.grab}
                  </Button>
                ),
              })}
            />
          )}
        </For>
      </ul>
    </Section>
  );
}
