/** The commands of one step, with the words that follow each. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EventId, PersonId, StepId } from '../../../model/ids.ts';
import { type Occurrence, occurrenceFromKey } from '../../../model/occurrence.ts';
import type { DateRule } from '../../../model/workflow.ts';
import type { StepView } from '../../../views/step-view.ts';
import type { Command } from '../../../model/command.ts';
import { useCommands } from '../../commands.ts';

export function useStepCommands(step: () => StepView) {
  const messages = useMessages();
  const { send, busy } = useCommands();
  const said = messages.step.said;

  const titleOf = (id: StepId): string | undefined => {
    const view = step();
    if (view.step === id) return view.title;
    return [...view.inTheWay, ...view.startsAfter, ...view.unlocks].find((other) => other.step === id)?.title;
  };
  const give = async (command: (occurrence: Occurrence) => Command, words?: string): Promise<boolean> => {
    const occurrence = occurrenceFromKey(step().key);
    if (!occurrence.ok || busy()) return false;
    const result = await send(step().run, command(occurrence.value), {
      titleOf,
      ...(words !== undefined && { said: words }),
    });
    return result.ok;
  };
  const reasoned = (reason: string) => (reason.trim() === '' ? {} : { reason: reason.trim() });
  const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() });

  return {
    busy,
    complete: () => {
      navigator.vibrate?.(10);
      return give((occurrence) => ({ kind: 'completeStep', occurrence }), said.done(step().title));
    },
    completeWith: (including: readonly StepId[]) =>
      give(
        (occurrence) => ({ kind: 'completeStep', occurrence, including }),
        said.doneToo(including.length + 1),
      ),
    fail: (reason: string) =>
      give(
        (occurrence) => ({ kind: 'failStep', occurrence, reason: reason.trim() }),
        said.stuck(step().title),
      ),
    skip: (reason: string) =>
      give(
        (occurrence) => ({ kind: 'skipStep', occurrence, ...reasoned(reason) }),
        said.skipped(step().title),
      ),
    retry: () => give((occurrence) => ({ kind: 'retryStep', occurrence }), said.retried),
    reopen: () => give((occurrence) => ({ kind: 'reopenStep', occurrence }), said.reopened),
    take: () => give((occurrence) => ({ kind: 'claimStep', occurrence }), said.taken),
    handTo: (to: PersonId, name: string, note: string) =>
      give((occurrence) => ({ kind: 'reassignStep', occurrence, to, ...noted(note) }), said.handed(name)),
    addNote: (text: string) =>
      give((occurrence) => ({ kind: 'addNote', occurrence, text: text.trim() }), said.noted),
    tick: (item: string, ticked: boolean) =>
      give((occurrence) => ({ kind: 'tickChecklist', occurrence, item, ticked })),
    keep: (side: EventId) =>
      give((occurrence) => ({ kind: 'resolveConflict', occurrence, keep: side }), said.kept),
    setDue: (due: DateRule | null) =>
      give(
        () => ({ kind: 'setStepDue', step: step().step, due }),
        due === null ? said.dueRemoved : said.dueSet,
      ),
  };
}

export type StepCommands = ReturnType<typeof useStepCommands>;
