/** The commands of one step, with the words that follow each. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ContactWay } from '../../../model/contact-way.ts';
import type { Command } from '../../../model/command.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { EventId, FactId, PersonId, StepId } from '../../../model/ids.ts';
import type { Rung } from '../../../model/ladder.ts';
import { type Occurrence, occurrenceFromKey } from '../../../model/occurrence.ts';
import type { DateRule } from '../../../model/workflow.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useCommands } from '../../commands.ts';
import { useActing } from './acting.tsx';
import { stepToNames } from './step-names.ts';

export type GivenFacts = Readonly<Record<FactId, FactValue | null>>;

export interface Completion {
  /** An outcome's id; null where done is done. */
  readonly outcome: string | null;
  readonly facts?: GivenFacts;
  /** Steps in the way that are marked done along with it. */
  readonly including?: readonly StepId[];
}

/** Whom or what outside to wait for. */
export interface WaitedFor {
  readonly on: string;
  readonly person: PersonId | null;
}

type Make = (occurrence: Occurrence) => Command;

export function useStepCommands(step: () => StepView) {
  const messages = useMessages();
  const { sendAll, busy } = useCommands();
  const said = messages.step.said;

  const acting = useActing();
  /** To take it, hand it on or plan it is one's own doing, whoever one acts for. */
  const giveAll = async (
    makers: readonly [Make, ...Make[]],
    words?: string,
    onBehalfOf: PersonId | null = acting.person(step()),
  ): Promise<boolean> => {
    const occurrence = occurrenceFromKey(step().key);
    if (!occurrence.ok || busy()) return false;
    const [first, ...others] = makers;
    const result = await sendAll(
      step().run,
      [first(occurrence.value), ...others.map((make) => make(occurrence.value))],
      {
        names: stepToNames(step()),
        ...(words !== undefined && { said: words }),
        ...(onBehalfOf !== null && { onBehalfOf }),
      },
    );
    return result.ok;
  };
  const give = (make: Make, words?: string): Promise<boolean> => giveAll([make], words);
  const giveMyself = (make: Make, words?: string): Promise<boolean> => giveAll([make], words, null);
  const stopsWaiting: Make = (occurrence) => ({ kind: 'endWaiting', occurrence });
  /** What somebody else has is done for them, even where nothing else is. */
  const holder = (): PersonId | null => step().actFor?.person.id ?? null;
  const reasoned = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });
  const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });
  const told = (facts: GivenFacts | undefined) =>
    facts === undefined || Object.keys(facts).length === 0 ? {} : { facts };

  const completing =
    ({ outcome, facts, including }: Completion): Make =>
    (occurrence) => ({
      kind: 'completeStep',
      occurrence,
      ...(outcome !== null && { outcome }),
      ...told(facts),
      ...(including !== undefined && including.length > 0 && { including }),
    });
  const completed = ({ outcome, including = [] }: Completion): string => {
    if (including.length > 0) return said.doneToo(including.length + 1);
    const name = step().outcomes.find((each) => each.id === outcome)?.name;
    return name === undefined ? said.done(step().title) : said.ended(step().title, name);
  };
  const failing =
    (reason: string): Make =>
    (occurrence) => ({ kind: 'failStep', occurrence, reason: reason.trim() });
  const retrying: Make = (occurrence) => ({ kind: 'retryStep', occurrence });
  const replying =
    (text: string, facts: GivenFacts): Make =>
    (occurrence) => ({
      kind: 'recordReply',
      occurrence,
      ...(text.trim() !== '' && { text: text.trim() }),
      ...told(facts),
    });

  return {
    busy,
    complete: (completion: Completion) => {
      navigator.vibrate?.(10);
      return giveAll([completing(completion)], completed(completion), holder());
    },
    fail: (reason: string) => give(failing(reason), said.stuck(step().title)),
    retry: () => give(retrying, said.retried),
    /** Notes what went wrong, and leaves it with whoever has it. */
    failAndRetry: (reason: string) => giveAll([failing(reason), retrying], said.retried),
    skip: (reason: string) =>
      giveMyself(
        (occurrence) => ({ kind: 'skipStep', occurrence, ...reasoned(reason) }),
        said.skipped(step().title),
      ),
    cancel: (reason: string) =>
      giveMyself(
        (occurrence) => ({ kind: 'cancelStep', occurrence, ...reasoned(reason) }),
        said.cancelled(step().title),
      ),
    reopen: () => giveMyself((occurrence) => ({ kind: 'reopenStep', occurrence }), said.reopened),
    take: () => giveMyself((occurrence) => ({ kind: 'claimStep', occurrence }), said.taken),
    handTo: (to: PersonId, name: string, note: string) =>
      giveMyself(
        (occurrence) => ({ kind: 'reassignStep', occurrence, to, ...noted(note) }),
        said.handed(name),
      ),
    begin: (words: string) => give((occurrence) => ({ kind: 'startStep', occurrence }), words),
    pause: () => give((occurrence) => ({ kind: 'pauseStep', occurrence }), said.paused(step().title)),
    resume: () => give((occurrence) => ({ kind: 'resumeStep', occurrence }), said.resumed(step().title)),
    /** Whoever is asked once more is waited for anew, from then on. */
    waitFor: ({ on, person }: WaitedFor) => {
      const waits: Make = (occurrence) => ({
        kind: 'startWaiting',
        occurrence,
        on: on.trim(),
        ...(person !== null && { person }),
      });
      return giveAll(
        step().waitingOn === null ? [waits] : [stopsWaiting, waits],
        messages.waiting.said.waits(on.trim()),
      );
    },
    nudge: (to: PersonId, how: ContactWay, words: string) =>
      give((occurrence) => ({ kind: 'sendNudge', occurrence, to, how }), words),
    stopWaiting: () => give(stopsWaiting, messages.waiting.said.stopped),
    reply: (text: string, facts: GivenFacts) => give(replying(text, facts), messages.waiting.said.recorded),
    replyAndComplete: (text: string, facts: GivenFacts, outcome: string | null) =>
      giveAll([replying(text, facts), completing({ outcome })], completed({ outcome }), holder()),
    addNote: (text: string) =>
      give((occurrence) => ({ kind: 'addNote', occurrence, text: text.trim() }), said.noted),
    tick: (item: string, ticked: boolean) =>
      give((occurrence) => ({ kind: 'tickChecklist', occurrence, item, ticked })),
    keep: (side: EventId) =>
      giveMyself((occurrence) => ({ kind: 'resolveConflict', occurrence, keep: side }), said.kept),
    setLadder: (ifStalls: readonly Rung[] | null, words: string) =>
      giveMyself(() => ({ kind: 'setStepLadder', step: step().step, ifStalls }), words),
    callUpon: (words: string) => give((occurrence) => ({ kind: 'openFallback', occurrence }), words),
    setDue: (due: DateRule | null) =>
      giveMyself(
        () => ({ kind: 'setStepDue', step: step().step, due }),
        due === null ? said.dueRemoved : said.dueSet,
      ),
  };
}

export type StepCommands = ReturnType<typeof useStepCommands>;
