/** Who does it, who can stand in, and who must not. */
import IconUsers from '~icons/lucide/users';
import type { StepId } from '../../../model/ids.ts';
import { sayWho, titleOf } from './sayable.ts';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { StepTicks } from './step-ticks.tsx';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { WhoField } from './who-field.tsx';

export const whoPage: StepPage = {
  key: 'who',
  isOffered: (_, { kind }) => kind !== 'subflow',
  icon: () => <IconUsers />,
  title: (words) => words.whoTitle,
  summary: (surface, { kind, assignee, approval, backup, notBy = [] }, words) => ({
    says: words.whoLine(
      kind === 'approval' && approval !== undefined
        ? words.votersDo
        : assignee === undefined
          ? words.nobody
          : sayWho(surface, words, assignee),
      backup === undefined ? null : sayWho(surface, words, backup),
      notBy.map((step) => titleOf(surface, step)),
    ),
    quiet: assignee === undefined && backup === undefined && notBy.length === 0,
  }),
  Part: WhoPart,
};

function WhoPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const before = () => stepsBefore(props.surface.steps, props.step);
  const notBy = () => props.step.notBy ?? [];
  const toggle = (step: StepId, on: boolean): void => {
    const others = notBy().filter((each) => each !== step);
    props.set({ notBy: on ? [...others, step] : others });
  };
  return (
    <>
      <WhoField
        surface={props.surface}
        label={words.who}
        value={props.step.assignee}
        none={words.nobody}
        doers={before()}
        onChoose={(assignee) => props.set({ assignee })}
      />
      <WhoField
        surface={props.surface}
        label={words.backup}
        value={props.step.backup}
        none={words.noBackup}
        doers={before()}
        onChoose={(backup) => props.set({ backup })}
      />
      <StepTicks
        legend={words.notBy}
        hint={words.notByHint}
        steps={before()}
        ticked={new Set(notBy())}
        onToggle={toggle}
      />
    </>
  );
}
