/** What a saved space holds, as bytes, before they are sealed. The reader never throws. */
import { asId, type PersonId, type RunId, type SpaceId } from '../model/ids.ts';
import { makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import { type Bytes, copyBytes } from './bytes.ts';

export interface SavedRun {
  readonly run: RunId;
  /** A Yjs update of the whole document. */
  readonly update: Bytes;
}

export interface SavedSpace {
  readonly space: SpaceId;
  /** The space's keys as text; whoever reads this is in. */
  readonly capability: string;
  /** Who held the device that saved it. */
  readonly me: PersonId | null;
  /** That device's clock, ms since 1970. */
  readonly savedAt: number;
  /** Of the program that wrote it. */
  readonly appVersion: string;
  /** The space document as one Yjs update. */
  readonly document: Bytes;
  readonly runs: readonly SavedRun[];
}

const version = 1;
const longestText = 4096;
const mostRuns = 100_000;

export function encodeSavedSpace(saved: SavedSpace): Bytes {
  const sizes = saved.runs.reduce((sum, { update }) => sum + update.length + 64, 0);
  const writer = makeByteWriter(sizes + saved.document.length + 1024);
  const text = (value: string): void => writer.sized(new TextEncoder().encode(value));
  writer.number(version);
  text(saved.space);
  text(saved.capability);
  text(saved.me ?? '');
  writer.number(Math.max(0, Math.floor(saved.savedAt)));
  text(saved.appVersion);
  writer.sized(saved.document);
  writer.number(saved.runs.length);
  for (const { run, update } of saved.runs) {
    text(run);
    writer.sized(update);
  }
  return writer.finish();
}

export type SavedSpaceFault = 'newer' | 'damaged';

export function decodeSavedSpace(bytes: Uint8Array): SavedSpace | SavedSpaceFault {
  const reader = makeByteReader(bytes);
  const text = (): string => new TextDecoder().decode(reader.sized(longestText));
  if (reader.number() > version) return 'newer';
  const head = { space: asId<SpaceId>(text()), capability: text(), me: text() };
  const rest = { savedAt: reader.number(), appVersion: text() };
  const document = copyBytes(reader.sized(bytes.length));
  const count = reader.number();
  if (count > mostRuns) return 'damaged';
  const runs: SavedRun[] = [];
  // A count that is too high ends with the bytes.
  for (let i = 0; i < count && reader.hasMore(); i += 1) {
    runs.push({ run: asId<RunId>(text()), update: copyBytes(reader.sized(bytes.length)) });
  }
  const decoded = reader.finish({
    ...head,
    me: head.me === '' ? null : asId<PersonId>(head.me),
    ...rest,
    document,
    runs,
  });
  return decoded.ok && runs.length === count && head.space !== '' ? decoded.value : 'damaged';
}
