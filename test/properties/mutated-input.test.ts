import { describe, expect, it } from 'vitest';
import { payloadChecks } from '../../src/model/event-payloads.ts';
import { decodeLogEntry } from '../../src/model/decode-event.ts';
import { templates } from '../../src/templates/templates.ts';
import { checkMutatedEvents, checkMutatedWorkflows } from '../support/check-mutated-input.ts';
import { sampleLog } from '../support/sample-log.ts';

const count = Math.min(Number(process.env['BATON_FUZZ_COUNT'] ?? 5000), 100_000);
const seed = Number(process.env['BATON_FUZZ_SEED'] ?? 20_261_127);
/** Milliseconds; generous, for the largest count on a slow machine. */
const patience = 60_000 + count * 10;

describe('damaged input', () => {
  it('starts from sound events of every type', () => {
    for (const template of templates) {
      const log = sampleLog(template);
      expect(log.map(({ type }) => type as string).toSorted()).toEqual(Object.keys(payloadChecks).toSorted());
      for (const event of log) expect(decodeLogEntry(event)).toEqual(event);
    }
  });

  it(
    `is read or kept aside, whatever became of it: ${count} events, none lost, none thrown`,
    () => {
      const tally = checkMutatedEvents({ count, seed });
      expect(tally.events + tally.opaque + tally.damaged).toBe(count);
      // The damage is neither so slight nor so heavy that it would prove nothing.
      for (const part of Object.values(tally)) expect(part).toBeGreaterThan(count / 50);
    },
    patience,
  );

  it(
    `is refused with a reason: ${count} workflows, none thrown`,
    () => {
      const tally = checkMutatedWorkflows({ count, seed });
      expect(tally.valid + tally.invalid + tally.unreadable).toBe(count);
      for (const part of Object.values(tally)) expect(part).toBeGreaterThan(count / 50);
    },
    patience,
  );
});
