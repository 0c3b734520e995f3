/** Somebody of the household who has nothing to do their steps with: others do them for them. */
import type { PersonLine } from '../../../views/people-view.ts';

export function actsWithoutDevice({ isMe, outside, joined }: PersonLine): boolean {
  return !isMe && !outside && !joined;
}
