/** Looks through the camera for an invite's code; a picture of one does as well. */
import { createSignal, Match, Show, Switch, untrack } from 'solid-js';
import IconCameraOff from '~icons/lucide/camera-off';
import IconImage from '~icons/lucide/image';
import IconScan from '~icons/lucide/scan-qr-code';
import { scanWords } from '../../../i18n/core/en/scan.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { createScan, type ScanFailure } from './create-scan.ts';
import styles from './scan-sheet.module.css';
import { browserScanTools, type ScanTools } from './scan-tools.ts';

/** Asking for the camera once more changes nothing about these. */
const lasting: ReadonlySet<ScanFailure> = new Set(['insecure']);

export function ScanSheet(props: {
  /** What follows the address in a scanned link, with its `#`. */
  readonly onInvite: (invite: string) => void;
  readonly onClose: () => void;
  readonly tools?: ScanTools;
}) {
  const messages = useMessages();
  const [video, setVideo] = createSignal<HTMLVideoElement>();
  const scan = createScan(
    untrack(() => props.tools ?? browserScanTools),
    video,
    (invite) => props.onInvite(invite),
  );
  let file!: HTMLInputElement;
  const stream = (): MediaStream | null => {
    const state = scan.state();
    return state.at === 'looking' ? state.stream : null;
  };
  const failure = (): ScanFailure | null => {
    const state = scan.state();
    return state.at === 'failed' ? state.why : null;
  };

  const choose = async (): Promise<void> => {
    const [picture] = file.files ?? [];
    if (picture === undefined) return;
    await scan.readPicture(picture);
    // The same picture can be chosen again.
    file.value = '';
  };

  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={scanWords.title} closeLabel={messages.frame.close} />
      <SheetBody>
        <Switch>
          <Match when={failure()}>
            {(why) => {
              const words = () => scanWords.failure(why());
              return <Notice urgent start={<IconCameraOff />} what={words().what} wayOut={words().wayOut} />;
            }}
          </Match>
          <Match when={failure() === null}>
            <div class={styles.view} data-live={stream() !== null}>
              <Show when={stream()} keyed>
                {(live) => (
                  <video
                    ref={(element) => {
                      setVideo(element);
                      element.muted = true;
                      element.srcObject = live;
                    }}
                    class={styles.video}
                    data-mirrored={isFacingPerson(live)}
                    autoplay
                    playsinline
                    aria-hidden="true"
                  />
                )}
              </Show>
              <span class={styles.aim} />
            </div>
            <Show when={scan.remark() === null}>
              <p class={styles.hint} role="status">
                {stream() === null ? scanWords.cameraOpening : scanWords.hint}
              </p>
            </Show>
          </Match>
        </Switch>
        <Show when={scan.remark()}>
          {(remark) => {
            const words = () => scanWords.remark(remark());
            return <Notice urgent start={<IconScan />} what={words().what} wayOut={words().wayOut} />;
          }}
        </Show>
      </SheetBody>
      <SheetFoot>
        <Show when={failure()}>
          {(why) => (
            <Show when={!lasting.has(why())}>
              <Button kind="ink" grow onClick={() => scan.openAgain()}>
                {messages.join.tryAgain}
              </Button>
            </Show>
          )}
        </Show>
        <Button grow aria-busy={scan.isReadingPicture()} onClick={() => file.click()}>
          <IconImage />
          {scanWords.choosePicture}
        </Button>
        <input ref={file} type="file" accept="image/*" hidden onChange={() => void choose()} />
      </SheetFoot>
    </Sheet>
  );
}

/** Somebody in front of the screen aims as in a mirror. */
function isFacingPerson(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'user';
}
