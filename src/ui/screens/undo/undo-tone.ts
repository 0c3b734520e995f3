/** How an undo step looks and what its second line says, wherever it is shown. */
import type { undoWords } from '../../../i18n/core/en/undo.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { Tone } from '../../../views/shared.ts';
import type { UndoLine } from '../../../views/undo-line.ts';
import type { StepWords } from '../shared/step-words.ts';
import { joinWords } from '../shared/step-words.ts';

type Words = ReturnType<typeof undoWords>;

export function isOpenUndo({ status }: UndoLine): boolean {
  return status === 'proposed' || status === 'compensating' || status === 'failed';
}

export function undoTone(line: UndoLine): Tone {
  switch (line.status) {
    case 'compensated':
      return 'done';
    case 'declined':
      return 'skipped';
    case 'failed':
      return 'stuck';
    case 'none':
    case 'proposed':
    case 'compensating':
      return line.cancelBy?.late === true ? 'late' : line.mine ? 'turn' : 'theirs';
  }
}

export function undoSub(messages: Messages, words: Words, line: UndoLine, now: number): StepWords {
  const tone = undoTone(line);
  const until = line.cancelBy === null ? '' : words.until(line.cancelBy, now);
  switch (line.status) {
    case 'compensated':
      return {
        tone,
        word: words.state.done(
          line.by.map((who) => (who.isMe ? messages.states.you.toLowerCase() : who.name)),
        ),
        rest: line.text ?? '',
      };
    case 'declined':
      return {
        tone,
        word: words.state.declined,
        rest: joinWords([words.undoes(line.undoes), line.text ?? '']),
      };
    case 'failed':
      return {
        tone,
        word: words.state.failed(line.text),
        rest: joinWords([messages.states.hasIt(line.holder), until]),
      };
    case 'none':
    case 'proposed':
    case 'compensating': {
      const word = line.mine ? messages.states.word('turn', line.holder) : messages.states.hasIt(line.holder);
      return { tone, word, rest: joinWords([until, words.undoes(line.undoes)]) };
    }
  }
}
