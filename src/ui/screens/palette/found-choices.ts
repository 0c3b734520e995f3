/** What the household holds, as lines of the search. */
import type { paletteWords } from '../../../i18n/core/en/palette.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { SearchView } from '../../../views/search-view.ts';
import { factsPath, personPath, runPath, startPath, stepPath } from '../../routes.ts';
import { joinWords } from '../shared/step-words.ts';
import type { Choice } from './choice.ts';

/** States in which nothing is left to do about a step. */
const overTones: ReadonlySet<string> = new Set(['done', 'skipped', 'withdrawn', 'provisional']);

export function foundToChoices(
  found: SearchView,
  words: ReturnType<typeof paletteWords>,
  messages: Messages,
  now: number,
  /** Whether flows may be started here. */
  isMember: boolean,
): readonly Choice[] {
  const steps = found.steps.map(
    ({ run, runTitle, key, title, tone, holder }): Choice => ({
      id: `step ${run} ${key}`,
      group: 'steps',
      title,
      belongs: joinWords([runTitle, holder?.name ?? '']),
      sub: joinWords([runTitle, messages.states.word(tone, holder)]),
      over: overTones.has(tone),
      mark: { kind: 'tone', tone },
      take: { kind: 'go', path: stepPath(run, key) },
    }),
  );
  const flows = found.flows.map(
    ({ run, title, over }): Choice => ({
      id: `flow ${run}`,
      group: 'flows',
      title,
      sub: over ? words.over : '',
      over,
      mark: { kind: 'icon', icon: 'flow' },
      take: { kind: 'go', path: runPath(run) },
    }),
  );
  const people = found.people.map(
    (person): Choice => ({
      id: `person ${person.id}`,
      group: 'people',
      title: person.name,
      sub: person.isMe ? messages.states.you : '',
      mark: { kind: 'face', person },
      take: { kind: 'go', path: personPath(person.id) },
    }),
  );
  const facts = found.facts.map(({ run, runTitle, fact, name, options, value, person }): Choice => {
    const told = messages.facts.value(value, options, person?.name, now);
    return {
      id: `fact ${run} ${fact}`,
      group: 'facts',
      title: joinWords([name, told]),
      belongs: runTitle,
      sub: runTitle,
      mark: { kind: 'icon', icon: 'fact' },
      take: { kind: 'go', path: factsPath(run) },
    };
  });
  const starts = isMember
    ? found.workflows.map(
        ({ id, title }): Choice => ({
          id: `start ${id}`,
          group: 'actions',
          title: words.start(title),
          sub: '',
          mark: { kind: 'icon', icon: 'start' },
          take: { kind: 'go', path: startPath(id) },
        }),
      )
    : [];
  return [...steps, ...flows, ...people, ...facts, ...starts];
}
