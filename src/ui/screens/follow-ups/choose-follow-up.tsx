/** In the plan of a flow: what starts when it is done, to be chosen, changed and taken away. */
import { For, Show } from 'solid-js';
import type { FollowUp } from '../../../model/workflow.ts';
import type { PlanView } from '../../../views/plan-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Card, CardRow } from '../../kit/card.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import IconArrowRight from '~icons/lucide/arrow-right';
import styles from './follow-ups.module.css';
import { useFollowUpWords } from './use-follow-up-words.ts';

type Shown = PlanView['followUps'][number];

export function ChooseFollowUp(props: {
  readonly plan: PlanView;
  readonly onOpen: (followUp: FollowUp) => void;
}) {
  const words = useFollowUpWords();
  const { send, busy } = useCommands();
  let list: HTMLElement | undefined;
  const field = () => list?.querySelector('select');
  const choose = (workflow: string): void => {
    const choice = props.plan.choices.find((each) => each.workflow === workflow);
    // It says what may be chosen, not what was: that stands above it.
    const select = field();
    if (select) select.value = '';
    if (choice === undefined) return;
    const id = crypto.randomUUID();
    props.onOpen({ id, when: { kind: 'finished' }, workflow: choice.workflow, facts: choice.given });
  };
  const drop = async ({ id, workflow }: Shown): Promise<void> => {
    if (busy()) return;
    const said = words.dropped(workflow ?? words.gone);
    const result = await send(props.plan.run, { kind: 'setFollowUp', id, followUp: null }, { said });
    // The button that was pressed is gone.
    if (result.ok) field()?.focus();
  };
  return (
    <section class={styles.choose} aria-label={words.title} ref={list}>
      <h3 class={styles.title}>{words.title}</h3>
      <Show when={props.plan.followUps.length > 0} fallback={<p class={styles.hint}>{words.hint}</p>}>
        <Card>
          <For each={props.plan.followUps}>
            {(each) => (
              <CardRow
                start={<IconArrowRight />}
                title={each.workflow === null ? words.gone : words.starts(each.workflow)}
                sub={words.when(each.when)}
                end={
                  <>
                    <Button
                      size={40}
                      aria-label={words.changeNamed(each.workflow ?? words.gone)}
                      onClick={() => props.onOpen(each.definition)}
                    >
                      {words.change}
                    </Button>
                    <Button
                      size={40}
                      aria-label={words.dropNamed(each.workflow ?? words.gone)}
                      onClick={() => void drop(each)}
                    >
                      {words.drop}
                    </Button>
                  </>
                }
              />
            )}
          </For>
        </Card>
      </Show>
      <SelectField label={words.start} value="" onChoose={choose}>
        <option value="">{words.nothing}</option>
        <For each={props.plan.choices}>
          {(choice) => <option value={choice.workflow}>{choice.title}</option>}
        </For>
      </SelectField>
    </section>
  );
}
