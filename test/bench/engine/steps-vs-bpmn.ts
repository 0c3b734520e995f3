/**
 * 960 user tasks in 20 parallel blocks of 48, one after the other within a block, and an end that joins them:
 * time from the start to the end, commands included; of each engine the median of its rounds after warming up.
 *
 * What bpmn-engine does more: it reads the process from XML, runs a message broker for each activity, can
 * recover from a saved state at any point and executes scripts, timers and forms. What Baton does more: it
 * checks every command, keeps a causal log from which any device folds the same state, and checks that each
 * event can be read again before it is written.
 */
import EventEmitter from 'node:events';
import { type BpmnActivity, loadBpmn } from './peers.ts';
import { medianOf, plainStep, startBenchRun, timeOf } from './plans.ts';
import { asId, type StepId } from '../../../src/model/ids.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';

const blocks = 20;
const depth = 48;
const rounds = 5;
/** Not counted, about a second for each: before that a process is not at its usual speed. */
const warmUps = { ours: 150, theirs: 1 } as const;

export interface StepsResult {
  readonly tasks: number;
  readonly ours: number;
  readonly theirs: number;
}

export async function measureSteps(): Promise<StepsResult> {
  for (let round = 0; round < warmUps.ours; round++) measureOurs();
  const ours = Array.from({ length: rounds * 5 }, measureOurs);
  for (let round = 0; round < warmUps.theirs; round++) await runBpmn();
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) theirs.push(await runBpmn());
  return { tasks: blocks * depth, ours: medianOf(ours), theirs: medianOf(theirs) };
}

/** Made anew for each run, as the peer's XML is and as little timed: nothing that is known of a plan is carried over. */
function makeBlocks(): readonly StepDefinition[] {
  const block = (number: number): readonly StepDefinition[] =>
    Array.from({ length: depth }, (_, at) =>
      plainStep(`t${number}-${at}`, at === 0 ? [] : [`t${number}-${at - 1}`]),
    );
  const ends = Array.from({ length: blocks }, (_, number) => `t${number}-${depth - 1}`);
  return [...Array.from({ length: blocks }, (_, number) => block(number)).flat(), plainStep('end', ends)];
}

function measureOurs(): number {
  const plan = makeBlocks();
  return timeOf(() => runOurs(plan));
}

function runOurs(plan: readonly StepDefinition[]): void {
  const run = startBenchRun(plan);
  for (let at = 0; at < depth; at++)
    for (let block = 0; block < blocks; block++) run.complete(asId<StepId>(`t${block}-${at}`));
  if (run.fold.state.current.get(asId<StepId>('end'))?.status !== 'ready')
    throw new Error('The end was not reached.');
  run.complete(asId<StepId>('end'));
  if (run.fold.state.status !== 'finished') throw new Error('The run did not finish.');
}

async function runBpmn(): Promise<number> {
  const { Engine } = await loadBpmn();
  const source = processXml();
  const from = performance.now();
  const engine = new Engine({ name: 'bench', source });
  const listener = new EventEmitter();
  let signalled = 0;
  listener.on('activity.wait', (activity: BpmnActivity) => {
    signalled += 1;
    activity.signal();
  });
  const ended = engine.waitFor('end');
  await engine.execute({ listener });
  await ended;
  if (signalled !== blocks * depth) throw new Error(`bpmn-engine ran ${signalled} tasks.`);
  return performance.now() - from;
}

function processXml(): string {
  const flow = (id: string, from: string, to: string): string =>
    `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
  const block = (number: number): string => {
    const tasks = Array.from({ length: depth }, (_, at) => {
      const from = at === 0 ? 'fork' : `t${number}-${at - 1}`;
      return `<userTask id="t${number}-${at}"/>${flow(`f${number}-${at}`, from, `t${number}-${at}`)}`;
    });
    return `${tasks.join('')}${flow(`out${number}`, `t${number}-${depth - 1}`, 'join')}`;
  };
  const body = Array.from({ length: blocks }, (_, number) => block(number)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="bench" targetNamespace="urn:bench">
<process id="blocks" isExecutable="true"><startEvent id="start"/><parallelGateway id="fork"/>${flow('in', 'start', 'fork')}
${body}<parallelGateway id="join"/><endEvent id="end"/>${flow('out', 'join', 'end')}</process></definitions>`;
}
