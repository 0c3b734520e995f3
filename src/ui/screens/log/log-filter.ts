/** What of the log is shown, as it stands in the address, so that Back and a reload keep it. */
import { useSearchParams } from '@solidjs/router';
import { createWhileShown } from '../../../client/shown.ts';
import { asId, type PersonId, type RunId } from '../../../model/ids.ts';
import type { LogQuery } from '../../../views/log-view.ts';

export type LogAbout = NonNullable<LogQuery['about']>;

export interface LogFilter {
  readonly search: string;
  readonly person: PersonId | null;
  readonly run: RunId | null;
  readonly about: LogAbout | null;
  /** What is to be chosen, and nothing else. */
  readonly choices: boolean;
}

const abouts: readonly LogAbout[] = ['handOffs', 'changes', 'problems'];

function text(value: string | readonly string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function createLogFilter() {
  const [params, setParams] = useSearchParams();
  const readFilter = (): LogFilter => {
    const [person, run, about] = [text(params['who']), text(params['flow']), text(params['what'])];
    return {
      search: text(params['find']),
      person: person === '' ? null : asId<PersonId>(person),
      run: run === '' ? null : asId<RunId>(run),
      about: abouts.find((each) => each === about) ?? null,
      choices: text(params['show']) === 'choices',
    };
  };
  const filter = createWhileShown(readFilter);
  const change = (set: Partial<LogFilter>): void => {
    const next = { ...filter(), ...set };
    setParams(
      {
        find: next.search || null,
        who: next.person,
        flow: next.run,
        what: next.about,
        show: next.choices ? 'choices' : null,
      },
      { replace: true, scroll: false },
    );
  };
  return { filter, change };
}

export function filterToQuery({ search, person, run, about }: LogFilter, limit: number): LogQuery {
  return {
    limit,
    ...(search.trim() !== '' && { search }),
    ...(person !== null && { person }),
    ...(run !== null && { run }),
    ...(about !== null && { about }),
  };
}

/** How many of the choices in the sheet narrow it. */
export function countNarrowed({ person, run, about }: LogFilter): number {
  return [person, run, about].filter((each) => each !== null).length;
}
