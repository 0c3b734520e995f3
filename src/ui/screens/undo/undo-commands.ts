/** What can be said of an undo step, with the words that follow each. */
import { type Occurrence, occurrenceFromKey } from '../../../model/occurrence.ts';
import type { Command } from '../../../model/command.ts';
import type { PersonView } from '../../../views/shared.ts';
import type { UndoLine } from '../../../views/undo-line.ts';
import { useCommands } from '../../commands.ts';
import { useUndoWords } from './use-undo-words.ts';

export function useUndoCommands(line: () => UndoLine) {
  const { send, busy } = useCommands();
  const { said } = useUndoWords();
  const give = async (make: (occurrence: Occurrence) => Command, words: string): Promise<boolean> => {
    const occurrence = occurrenceFromKey(line().key);
    if (!occurrence.ok || busy()) return false;
    const result = await send(line().run, make(occurrence.value), {
      said: words,
      names: { step: (step) => (step === line().step ? line().undoes : undefined) },
    });
    return result.ok;
  };
  return {
    busy,
    done: () => {
      navigator.vibrate?.(10);
      return give((occurrence) => ({ kind: 'recordUndone', occurrence }), said.done(line().title));
    },
    fail: (reason: string) =>
      give(
        (occurrence) => ({ kind: 'failUndo', occurrence, reason: reason.trim() }),
        said.failed(line().title),
      ),
    decline: () => give((occurrence) => ({ kind: 'declineUndo', occurrence }), said.declined(line().title)),
    again: () => give((occurrence) => ({ kind: 'startUndo', occurrence }), said.again(line().title)),
    handOn: ({ id, name, isMe }: PersonView) =>
      give((occurrence) => ({ kind: 'handUndo', occurrence, to: id }), said.handed(line().title, name, isMe)),
    ask: () => {
      const { holder, mine, title } = line();
      const who = mine ? null : (holder?.name ?? null);
      return give((occurrence) => ({ kind: 'startUndo', occurrence }), said.asked(title, who));
    },
  };
}
