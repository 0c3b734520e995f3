/**
 * Whom somebody acts for on a step's screens [E4]. Unasked where they stand in, or the other has no device;
 * else when they say so.
 */
import { createContext, createSignal, type JSX, useContext } from 'solid-js';
import type { PersonId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { StepView } from '../../../views/step-view.ts';

interface Acting {
  /** Null: as oneself. */
  readonly person: (step: StepView) => PersonId | null;
  readonly toggle: (step: StepView) => void;
}

const unasked: Acting = {
  person: ({ actFor }) => (actFor?.byDefault === true ? actFor.person.id : null),
  toggle: () => undefined,
};

const ActingContext = createContext<Acting>(unasked);

export function ActingProvider(props: { readonly children: JSX.Element }) {
  const [said, setSaid] = createSignal<{ readonly key: OccurrenceKey; readonly acts: boolean }>();
  const acts = ({ key, actFor }: StepView): boolean => {
    const choice = said();
    return choice?.key === key ? choice.acts : (actFor?.byDefault ?? false);
  };
  const acting: Acting = {
    person: (step) => (acts(step) ? (step.actFor?.person.id ?? null) : null),
    toggle: (step) => {
      setSaid({ key: step.key, acts: !acts(step) });
    },
  };
  return <ActingContext.Provider value={acting}>{props.children}</ActingContext.Provider>;
}

export function useActing(): Acting {
  return useContext(ActingContext);
}
