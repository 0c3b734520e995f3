/** Commands about the run as a whole and its plan. */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import { err, ok } from '../../model/result.ts';
import type { RunState } from '../run-state.ts';
import { optionalReason } from './closing-commands.ts';
import { type Decision, noData } from './draft.ts';
import { isKnownPerson, requireGoingOn, requireStarted } from './guards.ts';
import { planIndexOf } from './plan-index.ts';

type RunCommand = Extract<
  Command,
  {
    kind:
      | 'setContext'
      | 'changeConductor'
      | 'cancelRun'
      | 'finishRun'
      | 'suspendRun'
      | 'resumeRun'
      | 'setStepDue'
      | 'acknowledgeAlert';
  }
>;

/** `person`: who speaks, or is spoken for. */
export function decideForRun(command: RunCommand, state: RunState, person: PersonId): Decision {
  // Names, zones and alerts are read when a run is over, too.
  const always = command.kind === 'setContext' || command.kind === 'acknowledgeAlert';
  // An explicit end can be taken back, and is there whether or not an undo still keeps the run going.
  const isAboutEnd = command.kind === 'resumeRun' || command.kind === 'finishRun';
  if (isAboutEnd && state.ending !== null)
    return ok(command.kind === 'resumeRun' ? [{ type: 'run.resumed/1', data: noData }] : []);
  const allowed = always ? requireStarted(state) : requireGoingOn(state);
  if (!allowed.ok) return allowed;
  switch (command.kind) {
    case 'setContext': {
      const same = canonicalJson(command.context) === canonicalJson(state.context);
      return ok(same ? [] : [{ type: 'run.contextSet/1', data: { context: command.context } }]);
    }
    case 'acknowledgeAlert': {
      const { alert } = command;
      const read = state.acknowledged.get(alert)?.has(person) === true;
      return ok(read ? [] : [{ type: 'alert.acknowledged/1', data: { alert } }]);
    }
    case 'changeConductor': {
      const { conductor } = command;
      if (!isKnownPerson(state.context, conductor)) return err({ type: 'unknownPerson' });
      return ok(
        conductor === state.conductor ? [] : [{ type: 'run.conductorChanged/1', data: { conductor } }],
      );
    }
    case 'cancelRun':
      return ok([{ type: 'run.cancelled/1', data: optionalReason(command.reason) }]);
    case 'finishRun':
      return ok([{ type: 'run.finished/1', data: optionalReason(command.reason) }]);
    case 'suspendRun':
      // What keeps it going beyond its end does not wait for anybody to go on.
      if (state.ending !== null) return err({ type: 'runEnded' });
      if (state.status === 'suspended') return ok([]);
      return ok([{ type: 'run.suspended/1', data: optionalReason(command.reason) }]);
    case 'resumeRun':
      return ok(state.status === 'suspended' ? [{ type: 'run.resumed/1', data: noData }] : []);
    case 'setStepDue': {
      const { step, due } = command;
      const definition = planIndexOf(state.steps).stepOf(step);
      if (definition === undefined) return err({ type: 'unknownStep', step });
      if (canonicalJson(definition.due ?? null) === canonicalJson(due)) return ok([]);
      return ok([{ type: 'run.patched/2', data: { operations: [{ kind: 'setStep', step, set: { due } }] } }]);
    }
  }
}
