/** Finds processes that a test started, by reading `/proc`, so that exactly those can be killed. */
import { readdirSync, readFileSync } from 'node:fs';

interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Those whose command line contains `text`. Linux only; elsewhere none is found. */
export function findProcessesByCommand(text: string): readonly number[] {
  return readProcesses()
    .filter(({ pid, command }) => command.includes(text) && pid !== process.pid)
    .map(({ pid }) => pid);
}

/** Children, their children and so on, whose command line contains `text`. */
export function findDescendants(ancestor: number, text: string): readonly number[] {
  const processes = readProcesses();
  const family = new Set([ancestor]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
    grown = family.size > before;
  }
  return processes
    .filter(({ pid, command }) => pid !== ancestor && family.has(pid) && command.includes(text))
    .map(({ pid }) => pid);
}

/** A process that ends meanwhile is as good as killed. */
export function killNow(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

function readProcesses(): readonly ProcessInfo[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): readonly ProcessInfo[] => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1]);
        return [{ pid: Number(name), parent, command }];
      } catch {
        return [];
      }
    });
}
