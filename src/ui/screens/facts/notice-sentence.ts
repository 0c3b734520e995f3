/** A notice as words: what happened in bold, and what follows from it. */
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { Telling } from '../../../i18n/core/en/facts.ts';
import type { NoticeView } from '../../../views/fact-view.ts';

export interface NoticeWords {
  readonly what: string;
  /** Sentences without a full stop; may be empty. */
  readonly follows: readonly string[];
}

export function noticeWords(messages: Messages, notice: NoticeView, telling: Telling): NoticeWords {
  const { facts } = messages;
  switch (notice.kind) {
    case 'factMoved': {
      const { name, options } = notice.fact;
      const moved = notice.moved.map((each) => facts.moved(each.step.title, each.was, each.now, telling.now));
      // Which ones stands where they are answered, on the same screen.
      const checks = notice.checks.length;
      return {
        what: facts.wasNow({ name, options, was: notice.was, now: notice.now }, telling),
        follows: checks === 0 ? moved : [...moved, facts.checksWanted(checks, [])],
      };
    }
    case 'overruled':
      return { what: facts.overruled(notice.mine, notice.step.title, notice.by), follows: [] };
    case 'alreadyDone':
      return { what: facts.alreadyDone(notice.step.title, notice.by), follows: [] };
    case 'didItsPart':
      return { what: facts.didItsPart(notice.step.title, notice.did, notice.by), follows: [] };
    case 'goesToAnother':
      return { what: facts.goesToAnother(notice.step.title, notice.by), follows: [] };
  }
}
