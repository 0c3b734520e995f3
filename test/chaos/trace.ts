/** What happened in a world, as lines for a person and as one number to compare two runs by. */
import { createHash } from 'node:crypto';
import { now } from './virtual-time.ts';

export interface Trace {
  /** A line for a person. */
  note(text: string): void;
  /** Something that counts for the digest and is too much to read. */
  count(what: string, bytes: Uint8Array): void;
  /** Of everything so far. */
  digest(): string;
  readonly lines: readonly string[];
}

export function makeTrace(): Trace {
  const hash = createHash('sha256');
  const started = now();
  const lines: string[] = [];
  return {
    note(text) {
      const line = `${((now() - started) / 1000).toFixed(3).padStart(9)} s  ${text}`;
      lines.push(line);
      hash.update(`${now()} ${line}\n`);
    },
    count(what, bytes) {
      hash.update(`${now()} ${what} ${bytes.length}\n`);
      hash.update(bytes);
    },
    digest: () => hash.copy().digest('hex').slice(0, 16),
    lines,
  };
}
