/** The first line of captured text, when it names the workflow: `Title:` or `# Title`. */
import { collapseSpace } from './folded-text.ts';
import { readPlace } from './read-line.ts';

/** Null when the line is a step already. */
export function readTitleLine(line: string): string | null {
  const heading = /^\s*#+\s+(\S.*)$/u.exec(line)?.[1];
  if (heading !== undefined) return collapseSpace(heading);
  const { body } = readPlace(line);
  return /[^:\s]\s*:$/u.test(body) ? body.slice(0, -1).trim() : null;
}

/** A line that `readTitleLine` reads as this title. */
export function titleToLine(title: string): string {
  const line = `${title}:`;
  return readTitleLine(line) === title ? line : `# ${title}`;
}
