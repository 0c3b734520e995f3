/** A day, a time, and the zone in which both are told: the run's, unless somebody chooses another. */
import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js';
import IconGlobe from '~icons/lucide/globe';
import { createFormats } from '../../../i18n/core/formats.ts';
import { isZone } from '../../../i18n/core/zoned.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Field } from '../../kit/field.tsx';
import { momentToEntry, valueToEntry } from './fact-entry.ts';
import type { KindInputProps } from './fact-input.tsx';
import styles from './fact-input.module.css';

export function InstantInput(props: KindInputProps) {
  const messages = useMessages();
  const words = messages.facts.input;
  const listId = createUniqueId();
  const typed = untrack(() => {
    const value = props.value?.kind === 'instant' ? props.value : undefined;
    const zone = [value?.zone, props.fact.zone, messages.formats.zone].find(
      (each) => each !== undefined && isZone(each),
    );
    const there = createFormats({ locale: messages.formats.locale, zone: zone ?? 'UTC' });
    return {
      day: value === undefined ? '' : there.inputDate(value.at),
      time: value === undefined ? '' : there.inputTime(value.at),
      zone: there.zone,
    };
  });
  const [moment, setMoment] = createSignal(typed);
  const [choosing, setChoosing] = createSignal(false);
  const fields = new Set<HTMLInputElement | HTMLTextAreaElement>();
  const say = (): void => {
    const { day, time, zone } = moment();
    const half = [...fields].some((field) => field.validity.badInput);
    // Untouched it is the value itself, which may be more exact than what its fields can show.
    if (moment() === typed && !half) {
      props.onEntry(valueToEntry(props.value?.kind === 'instant' ? props.value : null));
      return;
    }
    props.onEntry(momentToEntry(day, time, zone.trim(), half));
  };
  const change = (part: Partial<typeof typed>): void => {
    setMoment((before) => ({ ...before, ...part }));
    say();
  };
  const describedBy = () => props.describedBy !== undefined && { describedBy: props.describedBy };
  const zones = (): readonly string[] =>
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];

  return (
    <fieldset onFocusOut={say}>
      <legend class={styles.legend}>{props.fact.name}</legend>
      <div class={styles.halves}>
        <Field
          label={words.day}
          type="date"
          value={moment().day}
          ref={(element) => fields.add(element)}
          invalid={props.invalid}
          {...describedBy()}
          onInput={(day) => change({ day })}
        />
        <Field
          label={words.time}
          type="time"
          value={moment().time}
          ref={(element) => fields.add(element)}
          invalid={props.invalid}
          {...describedBy()}
          onInput={(time) => change({ time })}
        />
      </div>
      <Show
        when={choosing()}
        fallback={
          <button
            type="button"
            class={styles.zone}
            aria-label={words.changeZone(messages.facts.zoneName(moment().zone))}
            onClick={() => setChoosing(true)}
          >
            <IconGlobe />
            {messages.facts.zoneName(moment().zone)}
          </button>
        }
      >
        <div class={styles.zoneField}>
          <Field
            label={words.zone}
            value={moment().zone}
            list={listId}
            placeholder={words.zoneHint}
            invalid={props.invalid}
            {...describedBy()}
            // It takes the place of the button that had the focus; typing replaces what stands in it.
            ref={(element) =>
              queueMicrotask(() => {
                element.focus();
                element.select();
              })
            }
            onInput={(zone) => change({ zone })}
          />
          <datalist id={listId}>
            <For each={zones()}>
              {(zone) => <option value={zone}>{messages.facts.zoneName(zone)}</option>}
            </For>
          </datalist>
        </div>
      </Show>
    </fieldset>
  );
}
