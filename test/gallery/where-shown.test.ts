import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository-root.ts';
import { namesOf } from './stage.ts';
import { stages } from './stages.ts';
import { stateByFile, stateByPath, stateByTopic } from './where-shown.ts';

const names = namesOf(stages);
const fileOf = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-');

describe('the gallery', () => {
  it('has a state for every screen, page and sheet of the app', () => {
    const files = globSync('**/*-{screen,page,sheet}.tsx', { cwd: join(repositoryRoot, 'src/ui/screens') });
    expect(Object.keys(stateByFile).toSorted()).toEqual(files.toSorted());
  });

  it('names only states that there are, each once, with a picture of its own', () => {
    for (const named of [stateByFile, stateByPath, stateByTopic].flatMap(Object.values<string>))
      expect(names).toContain(named);
    expect(new Set(names.map(fileOf)).size).toBe(names.length);
  });
});
