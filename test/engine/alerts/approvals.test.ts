import { describe, expect, it } from 'vitest';
import { computeAlerts } from '../../../src/engine/alerts/compute-alerts.ts';
import { asId, type RoleId } from '../../../src/model/ids.ts';
import {
  ana,
  context,
  type Device,
  leo,
  makeDevice,
  plan,
  sam,
  startPlan,
  step,
  stepId,
} from '../../support/run-bench.ts';

const day = 86_400_000;
const due = Date.UTC(2026, 2, 5, 17);
const finance = asId<RoleId>('finance');
const known = { ...context, roles: [{ id: finance, name: 'Finance', people: [sam, leo] }] };
const dated = { due: { kind: 'date', date: '2026-03-05', time: '17:00' } } as const;
const byFinance = [{ kind: 'role', role: finance }] as const;

function begin(...steps: Parameters<typeof plan>[0]): Device {
  const device = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
  device.do(startPlan(plan(steps), { context: known }));
  return device;
}

const reminded = (device: Device, now = due + 1) =>
  computeAlerts(device.state(), now)
    .alerts.filter(({ rung }) => rung === 'remind')
    .flatMap(({ to }) => to.map(({ person }) => person));

describe('what is late and nobody’s alone', () => {
  it('[X5] [O1] reminds those who have yet to vote, and nobody is told that it is theirs', () => {
    const a = begin(
      step('agree', [], {
        ...dated,
        kind: 'approval',
        backup: { kind: 'person', person: ana },
        approval: { by: byFinance, needed: 2 },
        outcomes: [
          { id: 'approved', name: 'Approved' },
          { id: 'rejected', name: 'Rejected' },
        ],
      }),
    );
    expect(reminded(a)).toEqual([sam, leo]);
    a.do({ kind: 'vote', occurrence: a.of('agree').occurrence, vote: 'approve' }, { actor: sam });
    expect(reminded(a)).toEqual([leo]);
    const { alerts, coHolders } = computeAlerts(a.state(), due + 10 * day);
    const ways = alerts.flatMap((alert) => alert.ways.map(({ kind }) => kind));
    expect(ways).not.toContain('takeOver');
    expect(ways).not.toContain('handOver');
    expect(coHolders.size).toBe(0);
  });

  it('[X5] [O8] reminds the people of a role who may take it, until somebody has it', () => {
    const a = begin(
      step('pay', [], { assignee: { kind: 'person', person: leo } }),
      step('check', ['pay'], { ...dated, assignee: byFinance[0], notBy: [stepId('pay')] }),
    );
    a.do({ kind: 'completeStep', occurrence: a.of('pay').occurrence }, { actor: leo });
    expect(reminded(a)).toEqual([sam]);
    a.do({ kind: 'claimStep', occurrence: a.of('check').occurrence }, { actor: ana });
    expect(reminded(a)).toEqual([ana]);
  });
});
