/**
 * What a section done once for each of several things or people needs to say: whom or what it is done
 * for, when they are known, and how many of them what comes after waits for [J6].
 */
import type { ItemId } from './ids.ts';

export interface ItemDefinition {
  readonly id: ItemId;
  /** As people call it: "Mia". */
  readonly name: string;
}

/** How the edges out of a per-item section come together. */
export type ItemsWait =
  | { readonly kind: 'all' }
  /** `count` of them, or all where there are fewer. `cancelRest`: what is open of the others is let go then. */
  | { readonly kind: 'count'; readonly count: number; readonly cancelRest?: boolean }
  /** For none: goes on as soon as the section may begin. */
  | { readonly kind: 'none' };

export interface PerItem {
  /** What one item is called: "child". */
  readonly name: string;
  /** When the items are known: with the plan, when a run starts, or while it runs until somebody closes the list. */
  readonly items: 'design' | 'start' | 'growing';
  /** With `design` the items themselves, else what a start suggests. */
  readonly known?: readonly ItemDefinition[];
  readonly wait: ItemsWait;
}
