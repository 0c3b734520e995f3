/** Stands in for camera, reader and pictures; what the camera sees is put before it by the test. */
import type { CameraFailure } from '../../src/ui/screens/join/camera.ts';
import type { ScanTools } from '../../src/ui/screens/join/scan-tools.ts';

class FakeTrack extends EventTarget {
  readyState: MediaStreamTrackState = 'live';
  stop(): void {
    this.readyState = 'ended';
  }
  getSettings(): MediaTrackSettings {
    return { facingMode: 'environment' };
  }
}

/** A stream as a video takes it, of one track. */
export function streamOf(track: unknown): MediaStream {
  const tracks = () => [track as MediaStreamTrack];
  return Object.assign(new MediaStream(), { getTracks: tracks, getVideoTracks: tracks });
}

export interface ScanStage {
  readonly tools: ScanTools;
  /** What the codes before the camera say; an error is what reading comes to. */
  show(texts: readonly string[] | Error): void;
  /** The next opening of the camera comes to this. */
  refuse(failure: CameraFailure['type'] | null): void;
  /** Files are opened as pictures with these codes; null: as none. */
  holdPicture(texts: readonly string[] | null): void;
  /** The next reader cannot be made. */
  loseReader(): void;
  /** Every camera that was opened, oldest first, and whether it is on. */
  readonly cameras: () => readonly boolean[];
  /** As when the camera is unplugged. */
  unplug(): void;
  readonly looks: () => number;
}

export function createScanStage(): ScanStage {
  const tracks: FakeTrack[] = [];
  let before: readonly string[] | Error = [];
  let refused: CameraFailure['type'] | null = null;
  let held: readonly string[] | null = [];
  let readerIsLost = false;
  let looks = 0;
  const picture = { width: 10, height: 10, close: () => undefined } as unknown as ImageBitmap;
  return {
    tools: {
      openCamera: async () => {
        if (refused !== null) return { ok: false, error: { type: refused } };
        const track = new FakeTrack();
        tracks.push(track);
        return { ok: true, value: streamOf(track) };
      },
      createReader: async () => {
        if (readerIsLost) {
          readerIsLost = false;
          throw new Error('The decoder did not load');
        }
        return {
          read: async (from) => {
            if (from === picture) return held ?? [];
            looks += 1;
            if (before instanceof Error) throw before;
            return before;
          },
        };
      },
      openPicture: async () => (held === null ? null : picture),
      nextLook: () => new Promise((resolve) => setTimeout(resolve, 1)),
    },
    show: (texts) => {
      before = texts;
    },
    refuse: (failure) => {
      refused = failure;
    },
    holdPicture: (texts) => {
      held = texts;
    },
    loseReader: () => {
      readerIsLost = true;
    },
    cameras: () => tracks.map((track) => track.readyState === 'live'),
    unplug: () => {
      const track = tracks.at(-1);
      track?.stop();
      track?.dispatchEvent(new Event('ended'));
    },
    looks: () => looks,
  };
}
