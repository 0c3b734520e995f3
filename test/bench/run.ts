/** `npm run bench -- NAME`: runs `NAME.bench.ts`, prints its table, and ends with one line of JSON. */
import { existsSync, globSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import type { Bench } from './bench-report.ts';

const name = process.argv[2] ?? '';
const file = join(import.meta.dirname, `${name}.bench.ts`);

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = globSync(join(import.meta.dirname, '*.bench.ts')).map((path) => basename(path, '.bench.ts'));
  console.error(`Which bench? npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(1);
}

const { bench } = (await import(file)) as { readonly bench: Bench };
const { results, table } = await bench();
const processors = cpus();
const machine = `${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores, Node ${process.version}`;
console.table(table);
console.log(JSON.stringify({ bench: name, machine, results }));
