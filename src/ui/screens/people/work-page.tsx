/** What somebody has in all flows: to open and do it, for them if need be, or to hand it over. */
import { For, type JSX, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { stepWords } from '../shared/step-words.ts';
import { StepSub } from '../shared/step-sub.tsx';
import { useAwayWords } from '../shared/use-away-words.ts';
import parts from '../step/step-parts.module.css';
import { actsWithoutDevice } from './acts-without-device.ts';
import styles from './person-sheet.module.css';
import { useDetailWords } from './use-detail-words.ts';
import { useHandAllWords } from './use-hand-all-words.ts';

export function WorkPage(props: {
  readonly person: PersonLine;
  readonly before: JSX.Element;
  readonly onHandAll: () => void;
}) {
  const messages = useMessages();
  const words = useDetailWords();
  const handing = useHandAllWords();
  const away = useAwayWords();
  const now = useNow();
  const isMember = useIsMember();
  const work = createView(() => ({ kind: 'person' as const, person: props.person.id }));
  const acts = (): boolean => actsWithoutDevice(props.person) && isMember();
  const has = (): boolean => (work()?.steps.length ?? 0) + (work()?.conducts.length ?? 0) > 0;
  return (
    <>
      <SheetHead
        title={
          acts() ? away.actFor(props.person.name) : words.work(props.person.isMe ? null : props.person.name)
        }
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <Show when={acts()}>
          <p class={parts.none}>{words.actHint(props.person.name)}</p>
        </Show>
        <Show when={work()} fallback={<Skeleton label={messages.frame.loading} />}>
          {(view) => (
            <Show
              when={view().steps.length + view().votes.length > 0}
              fallback={<p class={parts.none}>{words.workNone}</p>}
            >
              <ul class={styles.rows}>
                <For each={[...view().votes, ...view().steps]}>
                  {(line) => (
                    <Row
                      start={<StateGlyph shape={line.tone} />}
                      title={line.title}
                      href={stepPath(line.run, line.key)}
                      sub={<StepSub words={stepWords(messages, line, now(), line.runTitle)} />}
                    />
                  )}
                </For>
              </ul>
            </Show>
          )}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Show when={isMember() && has()}>
          <Button grow onClick={() => props.onHandAll()}>
            {handing.action}
          </Button>
        </Show>
      </SheetFoot>
    </>
  );
}
