/** One line of the search: something to go to, or something to do. */
import type { PersonView, Tone } from '../../../views/shared.ts';
import type { Findable } from './rank.ts';

export type ChoiceGroup = 'here' | 'go' | 'actions' | 'steps' | 'flows' | 'people' | 'facts';

export type ChoiceMark =
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'face'; readonly person: PersonView }
  | { readonly kind: 'icon'; readonly icon: 'go' | 'flow' | 'fact' | 'do' | 'start' };

export interface Choice extends Findable {
  readonly group: ChoiceGroup;
  /** The second line. */
  readonly sub: string;
  readonly mark: ChoiceMark;
  /** The key that does the same. */
  readonly keys?: string;
  readonly take: ChoiceTake;
}

export type ChoiceTake =
  | { readonly kind: 'go'; readonly path: string }
  /** Once the search is closed. */
  | { readonly kind: 'do'; readonly run: () => void };
