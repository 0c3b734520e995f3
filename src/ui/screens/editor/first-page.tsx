/** How what it starts after comes together, and what each of them has to be like. */
import { For, Show } from 'solid-js';
import IconWaypoints from '~icons/lucide/waypoints';
import type { Dependency, JoinRule, OutcomeDefinition } from '../../../model/workflow.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { Tick } from '../../kit/tick.tsx';
import { LengthField } from './length-field.tsx';
import { NumberField } from './number-field.tsx';
import { titleOf } from './sayable.ts';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const firstPage: StepPage = {
  key: 'first',
  isOffered: (_, { after }) => after.length > 0,
  icon: () => <IconWaypoints />,
  title: (words) => words.firstTitle,
  summary: (surface, { after, join }, words) => ({
    says: words.firstLine(
      after.map(({ from }) => titleOf(surface, from)),
      join?.kind ?? 'all',
      join?.kind === 'count' ? join.count : 1,
    ),
    quiet: join === undefined && after.every((edge) => Object.keys(edge).length === 1),
  }),
  Part: FirstPart,
};

function FirstPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const join = (): JoinRule => props.step.join ?? { kind: 'all' };
  const cancels = () => 'cancelRest' in join() && (join() as { cancelRest?: boolean }).cancelRest === true;
  const choose = (kind: JoinRule['kind']): void => {
    const rest = cancels() ? { cancelRest: true } : {};
    switch (kind) {
      case 'all':
        return props.set({ join: null });
      case 'any':
        return props.set({ join: { kind, ...rest } });
      case 'count':
        return props.set({ join: { kind, count: Math.max(1, props.step.after.length - 1), ...rest } });
      case 'always':
        return props.set({ join: { kind } });
    }
  };
  const setCancels = (on: boolean): void => {
    const { cancelRest: _, ...kept } = join() as Extract<JoinRule, { readonly kind: 'any' }>;
    props.set({ join: on ? { ...kept, cancelRest: true } : kept });
  };
  const counted = () => {
    const rule = join();
    return rule.kind === 'count' ? rule : undefined;
  };
  const labels: Readonly<Record<JoinRule['kind'], string>> = {
    all: words.joinAll,
    any: words.joinAny,
    count: words.joinCount,
    always: words.joinAlways,
  };
  return (
    <>
      <SelectField
        label={words.joinLegend}
        value={join().kind}
        onChoose={(kind) => choose(kind as JoinRule['kind'])}
      >
        <For each={['all', 'any', 'count', 'always'] as const}>
          {(kind) => (
            <option value={kind} selected={join().kind === kind}>
              {labels[kind]}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={counted()}>
        {(rule) => (
          <NumberField
            label={words.joinNeeded}
            value={rule().count}
            least={1}
            onNumber={(count) => props.set({ join: { ...rule(), count } })}
          />
        )}
      </Show>
      <Show when={join().kind === 'any' || join().kind === 'count'}>
        <Tick label={words.cancelRest} checked={cancels()} onChange={setCancels} />
      </Show>
      <For each={props.step.after.map(({ from }) => from)}>
        {(from) => (
          <Show when={props.step.after.find((edge) => edge.from === from)}>
            {(edge) => <EdgeFields {...props} edge={edge()} />}
          </Show>
        )}
      </For>
    </>
  );
}

function EdgeFields(props: StepPartProps & { readonly edge: Dependency }) {
  const words = useStepEditorWords();
  const before = () => props.surface.steps.find(({ id }) => id === props.edge.from);
  const outcomes = (): readonly OutcomeDefinition[] => before()?.outcomes ?? [];
  const change = (part: { readonly [Field in keyof Dependency]?: Dependency[Field] | null }): void => {
    const kept = Object.entries({ ...props.edge, ...part }).filter(([, value]) => value !== null);
    props.setEdge(props.edge.from, Object.fromEntries(kept) as unknown as Dependency);
  };
  const toggle = (outcome: string, on: boolean): void => {
    const chosen = (props.edge.outcomes ?? []).filter((each) => each !== outcome);
    const now = on ? [...chosen, outcome] : chosen;
    change({ outcomes: now.length === 0 ? null : now });
  };
  const strength = () => props.edge.strength ?? 'hard';
  return (
    <fieldset class={styles.block}>
      <legend class={styles.legend}>{words.edge(before()?.title ?? '')}</legend>
      <Show when={outcomes().length > 0}>
        <fieldset>
          <legend class={styles.hint}>{words.onlyOutcomes}</legend>
          <For each={outcomes()}>
            {({ id, name }) => (
              <Tick
                label={name}
                checked={props.edge.outcomes?.includes(id) === true}
                onChange={(on) => toggle(id, on)}
              />
            )}
          </For>
          <Show when={props.edge.outcomes === undefined}>
            <p class={styles.hint}>{words.anyOutcome}</p>
          </Show>
        </fieldset>
      </Show>
      <SelectField
        label={words.strength}
        value={strength()}
        onChoose={(chosen) =>
          change({ strength: chosen === 'hard' ? null : (chosen as 'enforced' | 'soft') })
        }
      >
        <For each={['hard', 'enforced', 'soft'] as const}>
          {(each) => (
            <option value={each} selected={strength() === each}>
              {words[each]}
            </option>
          )}
        </For>
      </SelectField>
      <LengthField
        label={words.lag}
        value={props.edge.lag ?? null}
        none={words.noLag}
        onLength={(lag) => change({ lag, ...(lag === null && { working: null }) })}
      />
      <Show when={props.edge.lag !== undefined}>
        <Tick
          label={words.minutesOfWork}
          checked={props.edge.working === true}
          onChange={(on) => change({ working: on ? true : null })}
        />
      </Show>
    </fieldset>
  );
}
