/** What every change has to pass before any test runs. */
import { runStep, type Step } from './run-step.ts';
import { addOutcome, noCounts, type Counts } from './counts.ts';

/** Each is compiled with the types its thread has, and no others. */
const typeProjects = [
  'src/tsconfig.pure.json',
  'src/tsconfig.worker.json',
  'src/tsconfig.page.json',
  'sync-server',
  'test',
  '.ci',
];

const gates: readonly Step[] = [
  { name: 'format', command: ['biome', 'format', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  ...typeProjects.map((project): Step => ({ name: `types ${project}`, command: ['tsc', '-p', project] })),
  { name: 'unused code', command: ['knip', '--exclude', 'cycles'] },
  { name: 'import cycles', command: ['knip', '--cycles'] },
];

/** Runs all of them, also after one has failed, so that one run tells everything. */
export function runGates(): Counts {
  return gates.reduce((counts, gate) => addOutcome(counts, runStep(gate)), noCounts);
}
