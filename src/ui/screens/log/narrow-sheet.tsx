/** Who, which flow, what: the choices that narrow the log down. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { asId, type PersonId, type RunId } from '../../../model/ids.ts';
import type { LogView } from '../../../views/log-view.ts';
import { Button } from '../../kit/button.tsx';
import { Pills } from '../../kit/pills.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useLogWords } from '../shared/use-log-words.ts';
import type { LogFilter } from './log-filter.ts';

export function NarrowSheet(props: {
  readonly log: LogView;
  readonly filter: LogFilter;
  readonly onChange: (set: Partial<LogFilter>) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const words = useLogWords();
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.narrow} closeLabel={messages.frame.close} />
      <SheetBody>
        <SelectField
          label={words.byWhom}
          value={props.filter.person ?? ''}
          onChoose={(id) => props.onChange({ person: id === '' ? null : asId<PersonId>(id) })}
        >
          <option value="" selected={props.filter.person === null}>
            {words.anybody}
          </option>
          <For each={props.log.people}>
            {(person) => (
              <option value={person.id} selected={props.filter.person === person.id}>
                {person.isMe ? words.you : person.name}
              </option>
            )}
          </For>
        </SelectField>
        <SelectField
          label={words.whichFlow}
          value={props.filter.run ?? ''}
          onChoose={(id) => props.onChange({ run: id === '' ? null : asId<RunId>(id) })}
        >
          <option value="" selected={props.filter.run === null}>
            {words.anyFlow}
          </option>
          <For each={props.log.runs}>
            {(run) => (
              <option value={run.run} selected={props.filter.run === run.run}>
                {run.title}
              </option>
            )}
          </For>
        </SelectField>
        <Pills
          legend={words.whatKind}
          pills={[
            { value: 'all', label: words.anything },
            { value: 'handOffs', label: words.about.handOffs },
            { value: 'changes', label: words.about.changes },
            { value: 'problems', label: words.about.problems },
          ]}
          chosen={props.filter.about ?? 'all'}
          onChoose={(about) => props.onChange({ about: about === 'all' ? null : about })}
        />
      </SheetBody>
      <SheetFoot>
        <Button grow onClick={() => props.onChange({ person: null, run: null, about: null })}>
          {words.showAll}
        </Button>
        <Button kind="ink" grow onClick={() => props.onClose()}>
          {words.showThem}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
