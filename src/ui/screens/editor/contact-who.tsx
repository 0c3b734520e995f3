/** Whom a step gets in touch with: somebody here, somebody outside by name, or whoever its list is about. */
import { Show } from 'solid-js';
import type { ContactDefinition } from '../../../model/workflow.ts';
import { Field } from '../../kit/field.tsx';
import { Segmented } from '../../kit/segmented.tsx';
import type { StepPartProps } from './step-part.ts';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { WhoField } from './who-field.tsx';

type To = NonNullable<ContactDefinition['to']>;
type Where = 'here' | 'outside' | 'item';

export function ContactWho(
  props: StepPartProps & {
    readonly to: ContactDefinition['to'];
    readonly onChoose: (to: To | null) => void;
  },
) {
  const words = useStepEditorWords();
  const where = (): Where =>
    props.to?.kind === 'outside' || props.to?.kind === 'item' ? props.to.kind : 'here';
  const isListed = () =>
    where() === 'item' ||
    props.surface.sections.some(
      ({ perItem, steps }) => perItem !== undefined && steps.includes(props.step.id),
    );
  const choose = (chosen: Where): void => {
    if (chosen === 'here') props.onChoose(null);
    else props.onChoose(chosen === 'item' ? { kind: 'item' } : { kind: 'outside', name: words.outside });
  };
  const here = () => {
    const { to } = props;
    return to === undefined || to.kind === 'outside' || to.kind === 'item' ? undefined : to;
  };
  return (
    <>
      <Segmented
        legend={words.whom}
        segments={[
          { key: 'here' as const, label: words.here },
          { key: 'outside' as const, label: words.outside },
          ...(isListed() ? [{ key: 'item' as const, label: words.theItem }] : []),
        ]}
        chosen={where()}
        onChoose={choose}
      />
      <Show when={where() === 'here'}>
        <WhoField
          surface={props.surface}
          label={words.whom}
          value={here()}
          none={words.chosenThen}
          doers={stepsBefore(props.surface.steps, props.step)}
          onChoose={(who) => props.onChoose(who)}
        />
      </Show>
      <Show when={props.to?.kind === 'outside'}>
        <Field
          label={words.outsideName}
          value={props.to?.kind === 'outside' ? props.to.name : ''}
          maxLength={60}
          onInput={(name) => props.onChoose({ kind: 'outside', name })}
        />
      </Show>
    </>
  );
}
