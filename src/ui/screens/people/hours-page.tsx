/** When somebody works, when nothing may disturb them, and by which clock. */
import { createSignal, createUniqueId, For, type JSX, Show, untrack } from 'solid-js';
import { isZone } from '../../../i18n/core/zoned.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DailyHours } from '../../../model/person.ts';
import type { PersonLine } from '../../../views/people-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Pills } from '../../kit/pills.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { Tick } from '../../kit/tick.tsx';
import factInput from '../facts/fact-input.module.css';
import parts from '../step/step-parts.module.css';
import { useDetailWords } from './use-detail-words.ts';
import { useSavePerson } from './use-save-person.ts';
import { WeekGrid } from './week-grid.tsx';
import { kindOfWeek, officeWeek, type Week, type WeekKind } from './working-week.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

const night: DailyHours = { from: '22:00', to: '07:00' };

export function HoursPage(props: {
  readonly person: PersonLine;
  /** The household's, for who has none of their own. */
  readonly zone: string;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useDetailWords();
  const { save, busy } = useSavePerson(() => props.person);
  const known = untrack(() => props.person.details);
  const [kind, setKind] = createSignal<WeekKind>(kindOfWeek(known.workingHours));
  const [week, setWeek] = createSignal<Week>(known.workingHours ?? officeWeek);
  const [quiet, setQuiet] = createSignal<DailyHours | null>(known.quiet ?? null);
  const [zone, setZone] = createSignal(known.zone ?? '');
  const listId = createUniqueId();
  const zones = (): readonly string[] =>
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  const badZone = (): boolean => zone().trim() !== '' && !isZone(zone().trim());
  const choose = (chosen: WeekKind): void => {
    setKind(chosen);
    if (chosen === 'office') setWeek(officeWeek);
  };
  const keep = async (): Promise<void> => {
    if (badZone()) return;
    const set = {
      workingHours: kind() === 'always' ? null : week(),
      quiet: quiet(),
      zone: zone().trim() === '' ? null : zone().trim(),
    };
    if (await save(set, words.savedHours)) props.onDone();
  };
  return (
    <>
      <SheetPageHead title={words.hours} sub={props.person.name} before={props.before} />
      <SheetBody>
        <Pills
          legend={words.workingWeek}
          pills={[
            { value: 'always', label: words.always },
            { value: 'office', label: words.office },
            { value: 'own', label: words.own },
          ]}
          chosen={kind()}
          onChoose={choose}
        />
        <Show when={kind() === 'own'}>
          <WeekGrid week={week()} onChange={setWeek} />
        </Show>
        <p class={parts.none}>{words.hoursHint}</p>
        <fieldset>
          <legend class={factInput.legend}>{words.quiet}</legend>
          <Tick
            label={words.quietOn}
            checked={quiet() !== null}
            onChange={(isQuiet) => setQuiet(isQuiet ? night : null)}
          />
          <Show when={quiet()}>
            {(hours) => (
              <div class={factInput.halves}>
                <Field
                  label={words.from}
                  type="time"
                  value={hours().from}
                  onInput={(from) => from !== '' && setQuiet({ ...hours(), from })}
                />
                <Field
                  label={words.to}
                  type="time"
                  value={hours().to}
                  onInput={(to) => to !== '' && setQuiet({ ...hours(), to })}
                />
              </div>
            )}
          </Show>
          <p class={parts.none}>{words.quietHint}</p>
        </fieldset>
        <div>
          <Field
            label={words.zone}
            placeholder={words.zoneHint(messages.facts.zoneName(props.zone))}
            value={zone()}
            list={listId}
            invalid={badZone()}
            onInput={setZone}
          />
          <datalist id={listId}>
            <For each={zones()}>
              {(each) => <option value={each}>{messages.facts.zoneName(each)}</option>}
            </For>
          </datalist>
          <Show when={badZone()}>
            <p class={factInput.problem} role="alert">
              {words.zoneUnknown}
            </p>
          </Show>
        </div>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={badZone()} aria-busy={busy()} onClick={() => void keep()}>
          {words.saveHours}
        </Button>
      </SheetFoot>
    </>
  );
}
