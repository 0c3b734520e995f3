/** Not before when, due when, and how long it may take. */
import IconCalendarClock from '~icons/lucide/calendar-clock';
import { DateRuleField } from './date-rule-field.tsx';
import { LengthField } from './length-field.tsx';
import { toSayableWhen } from './sayable.ts';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const whenPage: StepPage = {
  key: 'when',
  isOffered: () => true,
  icon: () => <IconCalendarClock />,
  title: (words) => words.whenTitle,
  summary: (surface, { start, due, estimate }, words) => {
    const says = words.whenLine(
      start === undefined ? null : words.when(toSayableWhen(surface, start)),
      due === undefined ? null : words.when(toSayableWhen(surface, due)),
      estimate ?? null,
    );
    return says === '' ? { says: words.noWhen, quiet: true } : { says, quiet: false };
  },
  Part: WhenPart,
};

function WhenPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const before = () => stepsBefore(props.surface.steps, props.step);
  return (
    <>
      <DateRuleField
        surface={props.surface}
        legend={words.due}
        value={props.step.due}
        origins={before()}
        onRule={(due) => props.set({ due })}
      />
      <DateRuleField
        surface={props.surface}
        legend={words.start}
        value={props.step.start}
        origins={before()}
        onRule={(start) => props.set({ start })}
      />
      {props.step.kind === 'subflow' ? null : (
        <LengthField
          label={words.estimate}
          value={props.step.estimate ?? null}
          none={words.noEstimate}
          onLength={(estimate) => props.set({ estimate })}
        />
      )}
    </>
  );
}
