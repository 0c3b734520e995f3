/** Commands about the run as a whole and its plan. */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import type { Decision } from './draft.ts';
import type { RunState } from '../run-state.ts';
import { isKnownPerson, requireRunning, requireStarted } from './guards.ts';

type RunCommand = Extract<Command, { kind: 'setContext' | 'changeConductor' | 'cancelRun' | 'setStepDue' }>;

export function decideForRun(command: RunCommand, state: RunState): Decision {
  // Names and zones are read in finished runs too, so they may still be brought up to date there.
  const allowed = command.kind === 'setContext' ? requireStarted(state) : requireRunning(state);
  if (!allowed.ok) return allowed;
  switch (command.kind) {
    case 'setContext': {
      const same = canonicalJson(command.context) === canonicalJson(state.context);
      return ok(same ? [] : [{ type: 'run.contextSet/1', data: { context: command.context } }]);
    }
    case 'changeConductor': {
      const { conductor } = command;
      if (!isKnownPerson(state.context, conductor)) return err({ type: 'unknownPerson' });
      return ok(
        conductor === state.conductor ? [] : [{ type: 'run.conductorChanged/1', data: { conductor } }],
      );
    }
    case 'cancelRun':
      return ok([
        { type: 'run.cancelled/1', data: command.reason === undefined ? {} : { reason: command.reason } },
      ]);
    case 'setStepDue': {
      const { step, due } = command;
      const definition = state.steps.find(({ id }) => id === step);
      if (definition === undefined) return err({ type: 'unknownStep', step });
      if (canonicalJson(definition.due ?? null) === canonicalJson(due)) return ok([]);
      return ok([{ type: 'run.patched/1', data: { operations: [{ kind: 'setStep', step, set: { due } }] } }]);
    }
  }
}
