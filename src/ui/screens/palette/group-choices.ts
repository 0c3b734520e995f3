/** What the search shows: groups in the order of the best that each holds, none longer than can be looked over. */
import type { Choice, ChoiceGroup } from './choice.ts';
import type { Finder, Found } from './rank.ts';

export interface ShownGroup {
  readonly key: ChoiceGroup | 'recent' | 'yours';
  readonly found: readonly Found<Choice>[];
  /** Found as well, and not shown. */
  readonly hidden: number;
}

const longest = 6;

function groupFound(found: readonly Found<Choice>[]): readonly ShownGroup[] {
  const byGroup = new Map<ChoiceGroup, Found<Choice>[]>();
  for (const each of found) {
    const group = byGroup.get(each.item.group) ?? [];
    group.push(each);
    byGroup.set(each.item.group, group);
  }
  return [...byGroup].map(([key, all]) => ({
    key,
    found: all.slice(0, longest),
    hidden: Math.max(0, all.length - longest),
  }));
}

/** Before anything is typed: what was chosen last, what the screen offers, what is mine, and where to go. */
function groupUnasked(choices: readonly Choice[], recent: readonly string[]): readonly ShownGroup[] {
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  const last = recent.flatMap((id) => byId.get(id) ?? []).slice(0, longest);
  const shownAlready = new Set(last.map(({ id }) => id));
  const rest = choices.filter(({ id }) => !shownAlready.has(id));
  const mine = rest.filter(
    ({ group, mark }) => group === 'steps' && mark.kind === 'tone' && mark.tone === 'turn',
  );
  const group = (key: ShownGroup['key'], of: readonly Choice[], most: number = longest): ShownGroup => ({
    key,
    found: of.slice(0, most).map((item) => ({ item, spans: [] })),
    hidden: 0,
  });
  return [
    group(
      'here',
      rest.filter((choice) => choice.group === 'here'),
    ),
    group('recent', last),
    group('yours', mine),
    group(
      'go',
      rest.filter((choice) => choice.group === 'go'),
      Number.POSITIVE_INFINITY,
    ),
    group(
      'actions',
      rest.filter((choice) => choice.group === 'actions' && choice.take.kind === 'do'),
      Number.POSITIVE_INFINITY,
    ),
  ].filter(({ found }) => found.length > 0);
}

export function groupChoices(
  choices: readonly Choice[],
  finder: Finder<Choice>,
  text: string,
  recent: readonly string[],
): readonly ShownGroup[] {
  return text.trim() === '' ? groupUnasked(choices, recent) : groupFound(finder.find(text, recent));
}
