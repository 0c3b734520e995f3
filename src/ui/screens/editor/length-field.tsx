/** A length of time as a number of minutes, hours or days; none where nothing is said. */
import { createSignal, Show, untrack } from 'solid-js';
import { SelectField } from '../../kit/select-field.tsx';
import { NumberField } from './number-field.tsx';
import styles from './step-editor.module.css';
import { useStepEditorWords } from './use-step-editor-words.ts';

const units = { minutes: 1, hours: 60, dayUnit: 1440 } as const;
type Unit = keyof typeof units;

function unitOf(minutes: number): Unit {
  if (minutes % units.dayUnit === 0) return 'dayUnit';
  return minutes % units.hours === 0 ? 'hours' : 'minutes';
}

export function LengthField(props: {
  readonly label: string;
  /** Minutes; null: not said. */
  readonly value: number | null;
  /** What it is called when nothing is said; absent: something has to be. */
  readonly none?: string;
  readonly onLength: (minutes: number | null) => void;
}) {
  const words = useStepEditorWords();
  const [unit, setUnit] = createSignal<Unit>(untrack(() => unitOf(props.value ?? units.hours)));
  const count = (): number => Math.max(1, Math.round((props.value ?? units[unit()]) / units[unit()]));
  const choose = (key: string): void => {
    if (key === '') {
      props.onLength(null);
      return;
    }
    const many = count();
    setUnit(key as Unit);
    props.onLength(many * units[key as Unit]);
  };
  return (
    <div class={styles.pair}>
      <SelectField label={props.label} value={props.value === null ? '' : unit()} onChoose={choose}>
        <Show when={props.none}>
          {(none) => (
            <option value="" selected={props.value === null}>
              {none()}
            </option>
          )}
        </Show>
        <option value="minutes" selected={props.value !== null && unit() === 'minutes'}>
          {words.minutes}
        </option>
        <option value="hours" selected={props.value !== null && unit() === 'hours'}>
          {words.hours}
        </option>
        <option value="dayUnit" selected={props.value !== null && unit() === 'dayUnit'}>
          {words.dayUnit}
        </option>
      </SelectField>
      <Show when={props.value !== null}>
        <NumberField
          label={words.amount}
          value={count()}
          least={1}
          onNumber={(many) => props.onLength(many * units[unit()])}
        />
      </Show>
    </div>
  );
}
