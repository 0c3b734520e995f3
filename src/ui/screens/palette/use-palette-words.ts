/** Words of the search load with it. */
import { paletteWords } from '../../../i18n/core/en/palette.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function usePaletteWords(): ReturnType<typeof paletteWords> {
  return paletteWords(useMessages().formats);
}
