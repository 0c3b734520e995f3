/**
 * Local edits on their way to the log: waiting in the batch, cut into parts, in flight. An update leaves the
 * queue when its last part is acknowledged at its place in the log, or when nothing of it is new. The
 * queue is forgotten with its channel: the next ASK finds again whatever the log still lacks.
 */
import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import {
  addCoverage,
  type Coverage,
  copyCoverage,
  coverageOfUpdate,
  emptyCoverage,
  subtractFromUpdate,
} from './coverage.ts';
import { type FrameContent, groupLength, maxBodyLength, type Seen } from './frame-content.ts';
import { stripDeletions } from './update-parts.ts';

const window = 16;

interface Upload {
  readonly coverage: Coverage;
  readonly update: Bytes;
  readonly group: Bytes;
  readonly parts: number;
  sentParts: number;
  ackedParts: number;
}

export interface UploadQueue {
  add(update: Uint8Array): void;
  /** Cuts what was gathered into frames and sends as many as the window allows. */
  flush(): void;
  /** One of ours came back at its place in the log. */
  acknowledged(cid: number): void;
  isIdle(): boolean;
  isInFlight(): boolean;
  clear(): void;
}

export function makeUploadQueue(options: {
  readonly appendOnly: boolean;
  readonly randomBytes: (length: number) => Bytes;
  /** What the log holds as far as we have read it. */
  readonly logCoverage: () => Coverage;
  readonly seen: () => Seen;
  /** Returns the request's number. */
  readonly push: (content: FrameContent) => number;
}): UploadQueue {
  let gathered: Uint8Array[] = [];
  let uploads: Upload[] = [];
  const uploadByCid = new Map<number, Upload>();

  function missingFrom(update: Uint8Array): Bytes | null {
    const ours = options.appendOnly ? stripDeletions(update) : update;
    if (ours === null) throw new Error('an update of our own document cannot be read');
    const held = uploads.length === 0 ? options.logCoverage() : copyCoverage(options.logCoverage());
    for (const upload of uploads) addCoverage(held, upload.coverage);
    return subtractFromUpdate(ours, held);
  }

  function pump(): void {
    for (const upload of uploads) {
      while (upload.sentParts < upload.parts && uploadByCid.size < window) {
        const start = upload.sentParts * maxBodyLength;
        const cid = options.push({
          kind: 'update',
          seen: options.seen(),
          group: upload.group,
          part: upload.sentParts,
          parts: upload.parts,
          body: upload.update.subarray(start, start + maxBodyLength),
        });
        upload.sentParts += 1;
        uploadByCid.set(cid, upload);
      }
    }
  }

  return {
    add(update) {
      gathered.push(update);
    },
    flush() {
      const batch = gathered;
      gathered = [];
      if (batch.length > 0) {
        const update = missingFrom(batch.length === 1 ? (batch[0] as Uint8Array) : Y.mergeUpdates(batch));
        if (update !== null) {
          uploads.push({
            coverage: coverageOfUpdate(update) ?? emptyCoverage(),
            update,
            group: options.randomBytes(groupLength),
            parts: Math.ceil(update.length / maxBodyLength),
            sentParts: 0,
            ackedParts: 0,
          });
        }
      }
      pump();
    },
    acknowledged(cid) {
      const upload = uploadByCid.get(cid);
      if (upload === undefined) return;
      uploadByCid.delete(cid);
      upload.ackedParts += 1;
      if (upload.ackedParts === upload.parts) uploads = uploads.filter((other) => other !== upload);
      pump();
    },
    isIdle: () => gathered.length === 0 && uploads.length === 0,
    isInFlight: () => uploadByCid.size > 0,
    clear() {
      gathered = [];
      uploads = [];
      uploadByCid.clear();
    },
  };
}
