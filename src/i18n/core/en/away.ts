/** Who is away, who stands in, and acting for somebody. Loaded where somebody is. */
import type { Formats } from '../formats.ts';
import { noonOf } from '../noon-of.ts';
import type { TimeWords } from './times.ts';

interface Who {
  readonly name: string;
  readonly isMe: boolean;
}

export interface SayableAway {
  /** The last day, as `YYYY-MM-DD`. */
  readonly until: string;
  readonly standIn: Who | null;
}

export function awayWords(f: Formats, t: TimeWords) {
  /** "away until Fri 6 Mar", "away today" */
  const until = (date: string, now: number): string => {
    const at = noonOf(f, date);
    const days = f.daysBetween(now, at);
    if (days <= 0) return 'away today';
    return `away until ${t.dayWord(at, now)}`;
  };
  const standsIn = (who: Who): string => (who.isMe ? 'you stand in' : `${who.name} stands in`);
  return {
    until,
    standsIn,
    /** What follows whose turn a step is: "for Sam, away until Fri 6 Mar". */
    ofStep: (holder: Who, away: SayableAway, now: number): string => {
      const when = until(away.until, now);
      if (away.standIn === null) return holder.isMe ? `you are ${when}` : when;
      if (away.standIn.isMe) return `for ${holder.name}, ${when}`;
      return `${holder.isMe ? 'you are ' : ''}${when}, ${standsIn(away.standIn)}`;
    },
    isAway: (name: string, date: string, now: number): string => `${name} is ${until(date, now)}`,
    takeOver: 'Take over',
    takenOver: (title: string): string => `You have ${title} now`,
    handTo: 'Hand to…',

    actFor: (name: string): string => `Act for ${name}`,
    acting: (name: string): string => `You act for ${name}`,
    actingHint: (name: string): string => `What you do here is told as yours, for ${name}.`,
    actingAway: (name: string, date: string, now: number): string =>
      `${name} is ${until(date, now)}. What you do here is told as yours, for ${name}.`,
    asMyself: 'Act as yourself',
    /** On the button that ends somebody else's step. */
    doneFor: (name: string): string => `Done, for ${name}`,
  };
}
