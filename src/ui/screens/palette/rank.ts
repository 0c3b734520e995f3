/**
 * What is found for a text, best first: a title that begins with it, one that holds it, and what is found by
 * where it belongs. Within each, what was chosen before comes first and what is over comes last.
 * Looked through on the page: of 50 flows of 30 steps and 1,000 that have ended each letter takes less than a
 * millisecond, which is less than the way to the worker and back.
 */
import uFuzzy from '@leeoniya/ufuzzy';
import { fold, type Span, unfoldSpans } from '../../../i18n/core/fold.ts';

export interface Findable {
  readonly id: string;
  readonly title: string;
  /** Where it belongs, or whom it belongs to: found by it too. */
  readonly belongs?: string;
  /** Done or ended: nothing that one has to do with every day. */
  readonly over?: boolean;
}

export interface Found<Item extends Findable> {
  readonly item: Item;
  /** Parts of the title that were typed. */
  readonly spans: readonly Span[];
}

/** With more hits than this the text says too little for an order of its own. */
const sortedUpTo = 200;

const likeWritten = new uFuzzy({});
/** Patterns of all scripts take longer to make: only for text that needs them. */
const otherScripts = {
  unicode: true,
  interSplit: "[^\\p{L}\\p{M}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\p{M}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
} as const;
const likeWrittenAnywhere = new uFuzzy(otherScripts);
/** One letter of a word wrong, missing, swapped or too many. */
const mistyped = new uFuzzy({ intraMode: 1 });
const mistypedAnywhere = new uFuzzy({ ...otherScripts, intraMode: 1 });

const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

interface Hit {
  readonly index: number;
  readonly spans: readonly Span[];
}

function look(haystack: string[], needle: string, fuzzy: uFuzzy): readonly Hit[] {
  const [indices, info, order] = fuzzy.search(haystack, needle, 1, sortedUpTo);
  if (indices === null) return [];
  if (info === null || order === null) return indices.map((index) => ({ index, spans: [] }));
  return order.flatMap((place) => {
    const index = info.idx[place];
    const ranges = info.ranges[place] ?? [];
    if (index === undefined) return [];
    return [{ index, spans: toSpans(ranges) }];
  });
}

/** `ranges`: where each begins and ends, one after the other. */
function toSpans(ranges: readonly number[]): readonly Span[] {
  return ranges.flatMap((from, at) => {
    const to = ranges[at + 1];
    return at % 2 === 1 || to === undefined ? [] : [{ from, to }];
  });
}

export interface Finder<Item extends Findable> {
  /** All that is found, best first. `recent`: ids, the last chosen first. */
  readonly find: (text: string, recent: readonly string[]) => readonly Found<Item>[];
}

export function createFinder<Item extends Findable>(items: readonly Item[]): Finder<Item> {
  const titles = items.map(({ title }) => fold(title));
  const haystack = items.map(({ belongs }, index) => `${titles[index]} ${fold(belongs ?? '')}`);

  const find: Finder<Item>['find'] = (text, recent) => {
    const needle = fold(text.trim());
    if (needle === '') return [];
    const plainText = isPlain(needle);
    let hits = look(haystack, needle, plainText ? likeWritten : likeWrittenAnywhere);
    if (hits.length === 0) hits = look(haystack, needle, plainText ? mistyped : mistypedAnywhere);
    const words = needle.split(/\s+/);
    const tierOf = (index: number): number => {
      const title = titles[index] ?? '';
      if (title.startsWith(words[0] ?? '')) return 0;
      return words.every((word) => title.includes(word)) ? 1 : 2;
    };
    const placeInRecent = (id: string): number => {
      const place = recent.indexOf(id);
      return place === -1 ? recent.length : place;
    };
    return hits
      .map(({ index, spans }, order) => ({ index, spans, order, item: items[index] }))
      .flatMap(({ item, ...hit }) => (item === undefined ? [] : [{ ...hit, item, tier: tierOf(hit.index) }]))
      .sort(
        (a, b) =>
          a.tier - b.tier ||
          placeInRecent(a.item.id) - placeInRecent(b.item.id) ||
          Number(a.item.over ?? false) - Number(b.item.over ?? false) ||
          a.order - b.order,
      )
      .map(({ item, index, spans }) => {
        const own = spans.filter(({ from }) => from < (titles[index]?.length ?? 0));
        return { item, spans: unfoldSpans(item.title, own) };
      });
  };
  return { find };
}
