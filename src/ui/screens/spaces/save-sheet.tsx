/** A household into a file: a passphrase first, then the file to download or share. */
import { createSignal, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import IconDownload from '~icons/lucide/download';
import IconKey from '~icons/lucide/key-round';
import IconPackage from '~icons/lucide/package';
import IconPencil from '~icons/lucide/pencil';
import IconRefresh from '~icons/lucide/refresh-cw';
import IconShare from '~icons/lucide/share-2';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SpaceId } from '../../../model/ids.ts';
import type { SaveFailure, SpaceFile } from '../../../worker/messages.ts';
import { useNow } from '../../clock.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { useHouseholdName } from '../../use-household-name.ts';
import { FailureNotice } from './failure-notice.tsx';
import { suggestPassphrase } from './suggest-passphrase.ts';
import { useSpacesWords } from './use-spaces-words.ts';

/** Characters, as the worker wants them. */
const shortestPassphrase = 12;

export function SaveSheet(props: {
  readonly space: SpaceId;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const [file, setFile] = createSignal<SpaceFile>();
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <Switch fallback={<Sealing space={props.space} name={props.name} onSealed={setFile} />}>
        <Match when={file()}>{(sealed) => <Sealed file={sealed()} />}</Match>
      </Switch>
    </Sheet>
  );
}

function Sealing(props: {
  readonly space: SpaceId;
  readonly name: string;
  readonly onSealed: (file: SpaceFile) => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const nameOf = useHouseholdName();
  const [passphrase, setPassphrase] = createSignal(suggestPassphrase());
  const [failure, setFailure] = createSignal<SaveFailure>();
  const [busy, setBusy] = createSignal(false);

  const seal = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.saveSpace(props.space, passphrase());
    setBusy(false);
    if (result.ok) props.onSealed(result.value);
    else setFailure(result.error);
  };

  return (
    <>
      <SheetHead
        title={words.saveTitle(props.name)}
        {...(nameOf(props.space) !== props.name && { sub: nameOf(props.space) })}
        closeLabel={messages.frame.close}
      />
      <SheetBody>
        <FactList>
          <Fact icon={<IconPackage />}>{words.saveFacts.holds}</Fact>
          <Fact icon={<IconKey />}>{words.saveFacts.keys}</Fact>
          <Fact icon={<IconPencil />}>{words.saveFacts.passphrase}</Fact>
        </FactList>
        <Field
          label={words.passphrase}
          value={passphrase()}
          onInput={(value) => {
            setPassphrase(value);
            setFailure(undefined);
          }}
          onEnter={() => void seal()}
          placeholder={words.atLeast(shortestPassphrase)}
          enterKeyHint="done"
          invalid={failure()?.type === 'weakPassphrase'}
        />
        <Button size={48} onClick={() => setPassphrase(suggestPassphrase())}>
          <IconRefresh />
          {words.suggest}
        </Button>
        <FailureNotice failure={failure()} say={({ type }) => words.saveFailure(type)} />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void seal()}>
          {busy() ? words.sealing : words.seal}
        </Button>
      </SheetFoot>
    </>
  );
}

function Sealed(props: { readonly file: SpaceFile }) {
  const messages = useMessages();
  const words = useSpacesWords();
  const toasts = useToasts();
  const now = useNow();
  const fileName = (): string => words.fileName(props.file.name, new Date(now()).toISOString().slice(0, 10));
  const [address, setAddress] = createSignal('');
  const asFile = (): File => new File([props.file.bytes], fileName(), { type: 'application/octet-stream' });
  const canShare = (): boolean => 'canShare' in navigator && navigator.canShare({ files: [asFile()] });
  onMount(() => {
    const url = URL.createObjectURL(asFile());
    setAddress(url);
    onCleanup(() => URL.revokeObjectURL(url));
  });

  const share = async (): Promise<void> => {
    try {
      await navigator.share({ files: [asFile()] });
    } catch (error) {
      const changedMind = error instanceof Error && error.name === 'AbortError';
      if (!changedMind) toasts.show({ text: words.shareFailed });
    }
  };

  return (
    <>
      <SheetHead
        title={words.sealedTitle}
        sub={words.sealedHint}
        closeLabel={messages.frame.close}
        takesFocus
      />
      <SheetBody>
        <p>{fileName()}</p>
        <FailureNotice failure={props.file.missing || undefined} say={words.missing} />
      </SheetBody>
      <SheetFoot>
        <ButtonLink kind="ink" grow href={address()} download={fileName()}>
          <IconDownload />
          {words.download}
        </ButtonLink>
        <Show when={canShare()}>
          <Button grow onClick={() => void share()}>
            <IconShare />
            {words.share}
          </Button>
        </Show>
      </SheetFoot>
    </>
  );
}
