/** What became of many seeds, a line a workflow. */
import type { Outcome } from './outcome.ts';

export interface Row {
  readonly workflow: string;
  runs: number;
  finished: number;
  calledOff: number;
  days: number;
  events: number;
  /** Stretches in which a step was late, and how often somebody was told of anything. */
  late: number;
  told: number;
  /** Ways out that were taken. */
  taken: number;
  /** Steps that had lain for long and were moved on by whoever conducts, looking the flow over. */
  lookedOver: number;
  wrong: number;
}

export function startRow(workflow: string): Row {
  return {
    workflow,
    runs: 0,
    finished: 0,
    calledOff: 0,
    days: 0,
    events: 0,
    late: 0,
    told: 0,
    taken: 0,
    lookedOver: 0,
    wrong: 0,
  };
}

export function addToRow(row: Row, outcome: Outcome, isWrong: boolean): void {
  const { state, ended, startedAt, endedAt, lateness, tellings, ways, lookedOver } = outcome;
  row.runs += 1;
  if (ended && state.status === 'finished') row.finished += 1;
  if (ended && state.status === 'cancelled') row.calledOff += 1;
  row.days += (endedAt - startedAt) / 86_400_000;
  row.events += state.history.length;
  row.late += lateness.length;
  row.told += tellings.length;
  row.taken += ways.filter(({ way }) => way !== 'gotIt').length;
  row.lookedOver += lookedOver;
  if (isWrong) row.wrong += 1;
}

const columns = [
  'workflow',
  'finished',
  'called off',
  'days',
  'events',
  'late',
  'told',
  'ways taken',
  'looked over',
  'wrong',
];

/** Days and events are those of a run on average; the rest is summed up over all of them. */
export function rowsToTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.workflow,
    String(row.finished),
    String(row.calledOff),
    String(Math.round(row.days / row.runs)),
    String(Math.round(row.events / row.runs)),
    ...[row.late, row.told, row.taken, row.lookedOver, row.wrong].map(String),
  ]);
  const table = [columns, ...cells];
  const widths = columns.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const toLine = (line: readonly string[]): string =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return table.map(toLine).join('\n');
}
