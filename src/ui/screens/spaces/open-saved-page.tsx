/** A household out of a file: choose it, say its passphrase, and it is here. */
import { useNavigate } from '@solidjs/router';
import { createSignal, untrack } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import { useHousehold } from '../../../client/household.ts';
import type { SayableOpenFailure } from '../../../i18n/core/en/spaces.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OpenedSpace } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { FileField } from '../../kit/file-field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { paths } from '../../routes.ts';
import { FailureNotice } from './failure-notice.tsx';
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

export function OpenSavedPage(props: {
  /** Chosen before the page was opened. */
  readonly file?: File | null;
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const toasts = useToasts();
  const navigate = useNavigate();
  const [file, setFile] = createSignal<File | undefined>(untrack(() => props.file) ?? undefined);
  const [passphrase, setPassphrase] = createSignal('');
  const [failure, setFailure] = createSignal<SayableOpenFailure>();
  const [busy, setBusy] = createSignal(false);
  const ready = (): boolean => file() !== undefined && passphrase().trim() !== '';

  /** What this stands on may be gone by now: the first screen makes way for the household. */
  const welcome = ({ name, me, merged }: OpenedSpace): void => {
    props.onClose();
    navigate(paths.now);
    toasts.show({
      text: words.opened(name, merged),
      detail: words.openedHint(me, merged),
      ...(!merged &&
        me !== null && { action: { label: words.notMe(me), run: () => navigate(paths.settings) } }),
    });
  };

  const open = async (): Promise<void> => {
    const chosen = file();
    if (chosen === undefined || !ready() || busy()) return;
    setBusy(true);
    setFailure(undefined);
    const bytes = await readFile(chosen);
    if (typeof bytes === 'string') setFailure(bytes);
    else {
      const result = await household.openSavedSpace(bytes, passphrase());
      if (result.ok) welcome(result.value);
      else setFailure(result.error.type);
    }
    setBusy(false);
  };

  return (
    <>
      <SheetHead title={words.openTitle} sub={words.openHint} closeLabel={messages.frame.close} takesFocus />
      <SheetBody>
        <FileField
          label={file() === undefined ? words.choose : words.chosen(file()?.name ?? '')}
          icon={<IconFileUp />}
          onFile={(chosen) => {
            setFile(chosen);
            setFailure(undefined);
          }}
        />
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
