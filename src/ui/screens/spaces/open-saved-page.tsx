/** A household out of a file: choose it, say its passphrase, and it is here. */
import { useNavigate } from '@solidjs/router';
import { createSignal, Match, Show, Switch } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import { useHousehold } from '../../../client/household.ts';
import type { SayableOpenFailure } from '../../../i18n/core/en/spaces.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OpenedSpace } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { paths } from '../../routes.ts';
import { ChooseMeSheet } from '../shared/choose-me-sheet.tsx';
import { FailureNotice } from './failure-notice.tsx';
import styles from './open-saved-page.module.css';
import { useSpacesWords } from './use-spaces-words.ts';

/** Read into memory only up to here, bytes; the worker says the same of larger ones. */
const largestFile = 256 * 1024 * 1024;

async function readFile(file: File): Promise<Uint8Array<ArrayBuffer> | SayableOpenFailure> {
  if (file.size > largestFile) return 'tooLarge';
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return 'unreadable';
  }
}

export function OpenSavedPage(props: { readonly onClose: () => void }) {
  const [opened, setOpened] = createSignal<OpenedSpace>();
  return (
    <Switch fallback={<Choosing onOpened={setOpened} />}>
      <Match when={opened()}>{(space) => <Opened space={space()} onClose={props.onClose} />}</Match>
    </Switch>
  );
}

function Choosing(props: { readonly onOpened: (space: OpenedSpace) => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const [file, setFile] = createSignal<File>();
  const [passphrase, setPassphrase] = createSignal('');
  const [failure, setFailure] = createSignal<SayableOpenFailure>();
  const [busy, setBusy] = createSignal(false);
  const ready = (): boolean => file() !== undefined && passphrase().trim() !== '';

  const open = async (): Promise<void> => {
    const chosen = file();
    if (chosen === undefined || !ready() || busy()) return;
    setBusy(true);
    setFailure(undefined);
    const bytes = await readFile(chosen);
    if (typeof bytes === 'string') setFailure(bytes);
    else {
      const result = await household.openSavedSpace(bytes, passphrase());
      if (result.ok) props.onOpened(result.value);
      else setFailure(result.error.type);
    }
    setBusy(false);
  };

  return (
    <>
      <SheetHead title={words.openTitle} sub={words.openHint} closeLabel={messages.frame.close} takesFocus />
      <SheetBody>
        <label class={styles.file}>
          <IconFileUp />
          <span>{file() === undefined ? words.choose : words.chosen(file()?.name ?? '')}</span>
          <input
            class={styles.input}
            type="file"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0]);
              setFailure(undefined);
            }}
          />
        </label>
        <Field
          label={words.passphrase}
          value={passphrase()}
          onInput={(value) => {
            setPassphrase(value);
            setFailure(undefined);
          }}
          onEnter={() => void open()}
          enterKeyHint="go"
          invalid={failure() === 'wrongPassphrase'}
        />
        <FailureNotice failure={failure()} say={words.openFailure} />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={!ready()} aria-busy={busy()} onClick={() => void open()}>
          {busy() ? words.unsealing : words.unseal}
        </Button>
      </SheetFoot>
    </>
  );
}

function Opened(props: { readonly space: OpenedSpace; readonly onClose: () => void }) {
  const messages = useMessages();
  const words = useSpacesWords();
  const navigate = useNavigate();
  const [choosing, setChoosing] = createSignal(false);
  const leave = (): void => {
    props.onClose();
    navigate(paths.now);
  };
  return (
    <>
      <SheetHead
        title={words.opened(props.space.name, props.space.merged)}
        sub={words.openedHint(props.space.me, props.space.merged)}
        closeLabel={messages.frame.close}
        takesFocus
      />
      <SheetFoot>
        <Button kind="ink" grow onClick={leave}>
          {words.toNow}
        </Button>
        <Show when={!props.space.merged && props.space.me}>
          {(name) => (
            <Button kind="ghost" grow onClick={() => setChoosing(true)}>
              {words.notMe(name())}
            </Button>
          )}
        </Show>
      </SheetFoot>
      <Show when={choosing()}>
        <ChooseMeSheet onClose={leave} />
      </Show>
    </>
  );
}
