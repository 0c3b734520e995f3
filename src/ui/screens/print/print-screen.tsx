/** A flow on paper: everything about it, black on white. The system's dialogue opens by itself, once. */
import { useParams } from '@solidjs/router';
import { createEffect, createMemo, For, Show } from 'solid-js';
import IconPrinter from '~icons/lucide/printer';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PrintStep, PrintView } from '../../../views/print-view.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { runFromParam, runPath } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';
import { joinWords, stepWords } from '../shared/step-words.ts';
import styles from './print-screen.module.css';

export function PrintScreen() {
  const messages = useMessages();
  const words = useDailyWords();
  const params = useParams<{ readonly run: string }>();
  const run = createMemo(() => runFromParam(params.run));
  const view = createView(() => ({ kind: 'print' as const, run: run() }));
  let asked = false;
  createEffect(() => {
    if (asked || view()?.availability !== 'here') return;
    asked = true;
    // Once it has been painted.
    requestAnimationFrame(() => setTimeout(() => print()));
  });
  const title = (): string => view()?.title || messages.flows.title;
  return (
    <div class={styles.screen}>
      <PageHead title={title()} back={{ href: runPath(run()), label: messages.frame.back }}>
        <span class={styles.button}>
          <Button size={40} onClick={() => print()}>
            <IconPrinter />
            {words.print}
          </Button>
        </span>
      </PageHead>
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
        {(flow) => (
          <Show
            when={flow().availability === 'here'}
            fallback={
              <EmptyState
                title={
                  flow().availability === 'loading' ? messages.flow.loadingTitle : messages.flow.missingTitle
                }
                hint={
                  flow().availability === 'loading' ? messages.flow.loadingHint : messages.flow.missingHint
                }
              />
            }
          >
            <Paper flow={flow()} />
          </Show>
        )}
      </Show>
    </div>
  );
}

function Paper(props: { readonly flow: PrintView }) {
  const messages = useMessages();
  const words = useDailyWords();
  const now = useNow();
  const conducts = (): string => {
    const { conductor } = props.flow;
    if (conductor === null) return '';
    return conductor.isMe ? messages.flow.youConduct : messages.flow.conductor(conductor.name);
  };
  return (
    <article class={styles.paper}>
      <p class={styles.summary}>
        {joinWords([
          messages.flow.progress(props.flow.done, props.flow.total),
          props.flow.lastDueAt === null ? '' : messages.flow.lastDue(props.flow.lastDueAt, now()),
          conducts(),
          words.printed(now(), now()),
        ])}
      </p>
      <Show when={props.flow.facts.length > 0}>
        <h2 class={styles.heading}>{words.facts}</h2>
        <dl class={styles.facts}>
          <For each={props.flow.facts}>
            {(fact) => (
              <div class={styles.fact}>
                <dt>{fact.name}</dt>
                <dd>{messages.facts.value(fact.value, fact.options, fact.person?.name, now())}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <h2 class={styles.heading}>{words.steps}</h2>
      <ol class={styles.steps}>
        <For each={props.flow.steps}>{(step) => <Step step={step} />}</For>
      </ol>
    </article>
  );
}

function Step(props: { readonly step: PrintStep }) {
  const messages = useMessages();
  const words = useDailyWords();
  const now = useNow();
  const state = () => stepWords(messages, props.step, now(), props.step.outcome ?? '');
  return (
    <li class={styles.step}>
      <StateGlyph shape={props.step.tone} />
      <div>
        <h3 class={styles.title}>{props.step.title}</h3>
        <p class={styles.state}>{joinWords([state().word, state().rest])}</p>
        <Show when={props.step.instructions}>{(text) => <p class={styles.text}>{text()}</p>}</Show>
        <Show when={props.step.checklist.length > 0}>
          <ul class={styles.list}>
            <For each={props.step.checklist}>
              {(item) => (
                <li>
                  <span aria-hidden="true">{item.ticked ? '☑' : '☐'}</span> {item.text}
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={props.step.notes.length > 0}>
          <ul class={styles.list} aria-label={words.notes}>
            <For each={props.step.notes}>
              {(note) => (
                <li>
                  <Show when={note.by}>{(by) => <b>{by().name}: </b>}</Show>
                  {note.text}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </li>
  );
}
