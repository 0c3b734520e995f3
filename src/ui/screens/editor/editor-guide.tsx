/** The guide: one thing at a time that is worth a thought, with the way to it. */
import { type JSX, Match, Show, Switch } from 'solid-js';
import IconLightbulb from '~icons/lucide/lightbulb';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { EditorHint, EditorView } from '../../../views/editor-view.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { definitionToNames } from '../../names.ts';
import { nameThings } from '../../naming.ts';
import { workflowProblemWords } from '../../../i18n/core/en/workflow-problems.ts';
import { workflowProblemToSayable } from '../../workflow-problem-to-sayable.ts';
import styles from './editor.module.css';
import { sayable } from './editor-list.tsx';
import { useEditorWords } from './use-editor-words.ts';

type HintOf<Kind extends EditorHint['kind']> = Extract<EditorHint, { readonly kind: Kind }>;

export function EditorGuide(props: {
  readonly view: EditorView;
  readonly onOpen: (step: StepId) => void;
  readonly onAdd: (behind: StepId) => void;
  readonly onConductor: (step: StepId, title: string) => void;
  readonly onUsual: () => void;
}) {
  const messages = useMessages();
  const words = useEditorWords();
  const sayProblem = workflowProblemWords(messages.formats);
  const hint = <Kind extends EditorHint['kind']>(kind: Kind): HintOf<Kind> | false => {
    const { hint: now } = props.view;
    return now?.kind === kind && (now as HintOf<Kind>);
  };
  const says = (what: string, wayOut: string, children?: JSX.Element, start = <IconLightbulb />) => (
    <Notice start={start} what={what} wayOut={wayOut}>
      <Show when={props.view.mayChange && children !== undefined}>
        <span class={styles.ways}>{children}</span>
      </Show>
    </Notice>
  );
  return (
    <section class={styles.guide} aria-label={words.guide} aria-live="polite">
      <Switch>
        <Match when={hint('problem')}>
          {(found) => {
            const said = () =>
              sayProblem(
                workflowProblemToSayable(
                  found().problem,
                  nameThings(messages, definitionToNames(props.view.definition)),
                ),
              );
            return says(
              said().what,
              said().wayOut,
              <>
                <Show when={found().step}>
                  {(step) => (
                    <Button size={40} onClick={() => props.onOpen(step())}>
                      {words.putRight}
                    </Button>
                  )}
                </Show>
                <Show when={props.view.problems.length > 1}>
                  <small>{words.moreProblems(props.view.problems.length - 1)}</small>
                </Show>
              </>,
              <IconTriangleAlert />,
            );
          }}
        </Match>
        <Match when={hint('goesOn')}>
          {(found) =>
            says(
              words.goesOn(found().title),
              words.goesOnHint,
              <Button size={40} onClick={() => props.onAdd(found().behind)}>
                {words.add}
              </Button>,
            )
          }
        </Match>
        <Match when={hint('nobody')}>
          {(found) =>
            says(
              words.nobodyDoes(found().title),
              words.nobodyDoesHint,
              <>
                <Button size={40} onClick={() => props.onOpen(found().step)}>
                  {words.choose}
                </Button>
                <Button size={40} onClick={() => props.onConductor(found().step, found().title)}>
                  {words.conductorDoes}
                </Button>
              </>,
            )
          }
        </Match>
        <Match when={hint('stalls')}>
          {(found) =>
            says(
              words.stalls(found().title, sayable(found().to)),
              words.stallsHint,
              <>
                <Button size={40} onClick={() => props.onOpen(found().step)}>
                  {words.sayForIt}
                </Button>
                <Button size={40} onClick={() => props.onUsual()}>
                  {words.sayForAll}
                </Button>
              </>,
            )
          }
        </Match>
        <Match when={hint('allOne')}>
          {(found) => says(words.allOne(sayable(found().who)), words.allOneHint)}
        </Match>
        <Match when={hint('ready')}>{(found) => says(words.ready(found().handOffs), words.readyHint)}</Match>
      </Switch>
    </section>
  );
}
