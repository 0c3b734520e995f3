/** Hands over all that somebody has, or what is left chosen of it: to one person, or each to its backup. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import IconUsers from '~icons/lucide/users';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { HeldLine, PersonWorkView } from '../../../views/person-view.ts';
import type { PersonLine } from '../../../views/people-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { Tick } from '../../kit/tick.tsx';
import type { Names } from '../../names.ts';
import { joinWords, stepWords } from '../shared/step-words.ts';
import { useAwayWords } from '../shared/use-away-words.ts';
import parts from '../step/step-parts.module.css';
import { useHandAll } from './hand-all.ts';
import { lineId, type Target, toMoves } from './hand-all-moves.ts';
import { useHandAllWords } from './use-hand-all-words.ts';

export function HandAllPage(props: {
  readonly person: PersonLine;
  readonly people: readonly PersonLine[];
  /** Which steps are chosen at first; all, when left out. */
  readonly chooses: ((line: HeldLine) => boolean) | undefined;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useHandAllWords();
  const away = useAwayWords();
  const now = useNow();
  const { handAll, busy } = useHandAll();
  const work = createView(() => ({ kind: 'person' as const, person: props.person.id }));
  const [said, setSaid] = createSignal<ReadonlyMap<string, boolean>>(new Map());
  const [target, setTarget] = createSignal<Target>();
  const [note, setNote] = createSignal('');

  const conductId = ({ run }: PersonWorkView['conducts'][number]): string => `conduct ${run}`;
  const isChosen = (id: string, unasked: boolean): boolean => said().get(id) ?? unasked;
  const choose = (id: string, chosen: boolean): void => {
    setSaid((before) => new Map(before).set(id, chosen));
  };
  const stays = (line: HeldLine): boolean => target()?.kind === 'backups' && line.backup === null;
  const isStepChosen = (line: HeldLine): boolean =>
    !stays(line) && isChosen(lineId(line), props.chooses?.(line) ?? true);
  // Who hands over a few days' steps goes on conducting, unless they say otherwise.
  const isConductChosen = (each: PersonWorkView['conducts'][number]): boolean =>
    target()?.kind !== 'backups' && isChosen(conductId(each), props.chooses === undefined);
  const steps = createMemo(() => work()?.steps.filter(isStepChosen) ?? []);
  const conducts = createMemo(() => work()?.conducts.filter(isConductChosen) ?? []);
  const count = (): number => steps().length + conducts().length;
  const others = () => props.people.filter(({ id, outside }) => id !== props.person.id && !outside);
  const hasBackups = (): boolean => work()?.steps.some(({ backup }) => backup !== null) ?? false;
  const without = (): number => work()?.steps.filter(({ backup }) => backup === null).length ?? 0;
  const receiver = () => {
    const to = target();
    return to?.kind === 'one' ? props.people.find(({ id }) => id === to.person) : undefined;
  };
  const isOne = (person: PersonLine): boolean => receiver()?.id === person.id;
  const sub = (person: PersonLine): string =>
    person.awayUntil === undefined ? messages.people.load(person) : away.until(person.awayUntil, now());
  const lineSub = (line: HeldLine): string => {
    const { word, rest } = stepWords(messages, line, now(), line.runTitle);
    const behind = target()?.kind === 'backups' && line.backup !== null;
    return joinWords([behind ? words.behind(line.backup?.name ?? '') : word, rest]);
  };

  const hand = async (): Promise<void> => {
    const to = target();
    if (to === undefined || count() === 0) return;
    const names = toNames(steps(), props.people);
    const onBehalfOf = props.person.isMe ? null : props.person.id;
    const moves = toMoves(steps(), conducts(), to, note());
    if (await handAll(moves, { onBehalfOf, said: words.done(moves.length), names })) props.onDone();
  };

  return (
    <>
      <SheetHead
        title={words.title(props.person.isMe ? null : props.person.name)}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <Show when={work()}>
          {(view) => (
            <Show
              when={view().steps.length + view().conducts.length > 0}
              fallback={<p class={parts.none}>{words.nothing}</p>}
            >
              <ul aria-label={words.steps}>
                <For each={view().steps}>
                  {(line) => (
                    <li>
                      <Tick
                        label={line.title}
                        sub={lineSub(line)}
                        checked={isStepChosen(line)}
                        disabled={stays(line)}
                        onChange={(isChosen) => choose(lineId(line), isChosen)}
                      />
                    </li>
                  )}
                </For>
                <For each={view().conducts}>
                  {(each) => (
                    <li>
                      <Tick
                        label={words.conduct(each.title)}
                        checked={isConductChosen(each)}
                        disabled={target()?.kind === 'backups'}
                        onChange={(isChosen) => choose(conductId(each), isChosen)}
                      />
                    </li>
                  )}
                </For>
              </ul>
              <Choices legend={words.to}>
                <Show when={hasBackups()}>
                  <Choice
                    face={<IconUsers />}
                    title={words.backups}
                    sub={words.backupsHint(without())}
                    checked={target()?.kind === 'backups'}
                    onChoose={() => setTarget({ kind: 'backups' })}
                  />
                </Show>
                <For each={others()}>
                  {(person) => (
                    <Choice
                      face={<Avatar face={person} />}
                      title={person.isMe ? messages.states.you : person.name}
                      sub={sub(person)}
                      checked={isOne(person)}
                      onChoose={() => setTarget({ kind: 'one', person: person.id })}
                    />
                  )}
                </For>
              </Choices>
              <Field
                label={words.note}
                placeholder={words.notePlaceholder}
                value={note()}
                onInput={setNote}
                multiline
              />
            </Show>
          )}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={target() === undefined || count() === 0}
          aria-busy={busy()}
          onClick={() => void hand()}
        >
          {words.go(count(), receiver()?.isMe === true ? words.you : (receiver()?.name ?? null))}
        </Button>
      </SheetFoot>
    </>
  );
}

function toNames(steps: readonly HeldLine[], people: readonly PersonLine[]): Names {
  const titles = new Map(steps.map(({ step, title }) => [step, title]));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return { step: (id) => titles.get(id), person: (id) => names.get(id) };
}
