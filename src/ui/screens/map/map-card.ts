/** What a node of a map says. */
import type { Tone } from '../../../views/shared.ts';
import type { Face } from '../../kit/avatar.tsx';

export interface MapCard {
  readonly title: string;
  readonly tone: Tone;
  /** Its second line: the state's word, in its colour, and what else matters. */
  readonly word: string;
  readonly rest: string;
  readonly face: Face | null;
  /** Title and state, as they are read out. */
  readonly spoken: string;
  /** Over: it stands back. */
  readonly quiet: boolean;
}
