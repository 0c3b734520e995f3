/** What says that a line was read: every alert that it stands for. */
import type { Command } from '../../../model/command.ts';
import type { AlertLine } from '../../../views/alert-view.ts';

export function readAlerts({ alerts }: Pick<AlertLine, 'alerts'>): readonly Command[] {
  return alerts.map((alert): Command => ({ kind: 'acknowledgeAlert', alert }));
}
