/** The Log's title line, its search, and what narrows it. */
import { createSignal, onCleanup, Show, untrack } from 'solid-js';
import IconTextSearch from '~icons/lucide/text-search';
import IconSliders from '~icons/lucide/sliders-horizontal';
import IconX from '~icons/lucide/x';
import type { LogView } from '../../../views/log-view.ts';
import { useAppView } from '../../app-view.tsx';
import { IconButton } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { useLogWords } from '../shared/use-log-words.ts';
import { PageHead } from '../shared/page-head.tsx';
import { countNarrowed, type LogFilter } from './log-filter.ts';
import styles from './log-screen.module.css';
import { NarrowSheet } from './narrow-sheet.tsx';

/** As long as a finger rests between two letters, ms. */
const typingPauseMs = 250;

export function LogHead(props: {
  readonly log: LogView | undefined;
  readonly filter: LogFilter;
  readonly onChange: (set: Partial<LogFilter>) => void;
}) {
  const words = useLogWords();
  const app = useAppView();
  // What the address says first; from then on what is typed here.
  const [searching, setSearching] = createSignal(untrack(() => props.filter.search !== ''));
  const [typed, setTyped] = createSignal(untrack(() => props.filter.search));
  const [narrowing, setNarrowing] = createSignal(false);
  const [focuses, setFocuses] = createSignal(false);
  let pause: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(pause));
  const search = (text: string): void => {
    setTyped(text);
    clearTimeout(pause);
    pause = setTimeout(() => props.onChange({ search: text }), typingPauseMs);
  };
  const stop = (): void => {
    clearTimeout(pause);
    setTyped('');
    setSearching(false);
    props.onChange({ search: '' });
  };
  const open = (): void => {
    setFocuses(true);
    setSearching(true);
  };
  const me = () => app()?.me?.id ?? null;
  const isYours = (): boolean => me() !== null && props.filter.person === me();
  const isAll = (): boolean => !props.filter.choices && countNarrowed(props.filter) === 0;
  const choices = (): number => (props.log?.conflicts.length ?? 0) + (props.log?.disputes.length ?? 0);
  const narrowed = (): number => countNarrowed(props.filter);
  return (
    <>
      <PageHead title={words.title}>
        <Show when={!searching()}>
          <IconButton label={words.search} onClick={open}>
            <IconTextSearch />
          </IconButton>
        </Show>
      </PageHead>
      <Show when={searching()}>
        <div class={styles.search}>
          <Field
            ref={(element) => focuses() && queueMicrotask(() => element.focus())}
            label={words.search}
            value={typed()}
            onInput={search}
            placeholder={words.searchHint}
            enterKeyHint="search"
            maxLength={120}
          />
          <IconButton label={words.stopSearch} onClick={stop}>
            <IconX />
          </IconButton>
        </div>
      </Show>
      <div class={styles.filters}>
        <fieldset class={styles.quick} aria-label={words.filter}>
          <Filter
            label={words.all}
            pressed={isAll()}
            onPress={() => props.onChange({ person: null, run: null, about: null, choices: false })}
          />
          <Show when={choices() > 0 || props.filter.choices}>
            <Filter
              label={words.toChoose(choices())}
              pressed={props.filter.choices}
              onPress={() => props.onChange({ choices: true })}
            />
          </Show>
          <Show when={me() !== null}>
            <Filter
              label={words.yours}
              pressed={isYours() && !props.filter.choices}
              onPress={() => props.onChange({ person: isYours() ? null : me(), choices: false })}
            />
          </Show>
        </fieldset>
        <IconButton
          kind={narrowed() > 0 ? 'soft' : 'plain'}
          label={narrowed() > 0 ? words.narrowed(narrowed()) : words.narrow}
          aria-haspopup="dialog"
          onClick={() => setNarrowing(true)}
        >
          <IconSliders />
        </IconButton>
      </div>
      <Show when={narrowing() && props.log}>
        {(log) => (
          <NarrowSheet
            log={log()}
            filter={props.filter}
            onChange={(set) => props.onChange({ ...set, choices: false })}
            onClose={() => setNarrowing(false)}
          />
        )}
      </Show>
    </>
  );
}

function Filter(props: { readonly label: string; readonly pressed: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" class={styles.filter} aria-pressed={props.pressed} onClick={() => props.onPress()}>
      {props.label}
    </button>
  );
}
