/** Hands a file on: the system's own share sheet where it takes files, a download elsewhere. */

export type HandedOn = 'shared' | 'downloaded' | 'changedMind' | 'failed';

export interface TextFile {
  readonly title: string;
  readonly text: string;
  readonly ending: '.baton.json' | '.ics';
}

const typeByEnding = { '.baton.json': 'application/json', '.ics': 'text/calendar' } as const;
/** A download begins after the click has returned, ms. */
const keepAddressFor = 10_000;

/** Of a title: without what file systems do not bear. */
export function fileName({ title, ending }: Pick<TextFile, 'title' | 'ending'>): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${words.slice(0, 80) || 'baton'}${ending}`;
}

export async function handOnFile(made: TextFile): Promise<HandedOn> {
  const file = new File([made.text], fileName(made), { type: typeByEnding[made.ending] });
  // On a desktop people look for files among their downloads.
  const touches = matchMedia('(pointer: coarse)').matches;
  if (touches && 'canShare' in navigator && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: made.title });
      return 'shared';
    } catch (error) {
      return error instanceof Error && error.name === 'AbortError' ? 'changedMind' : 'failed';
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keepAddressFor);
  return 'downloaded';
}
