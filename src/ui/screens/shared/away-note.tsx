/** Behind the words of a step whose holder is away: until when, and who stands in. */
import type { AwayView, PersonView } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { useAwayWords } from './use-away-words.ts';

export function AwayNote(props: { readonly holder: PersonView; readonly away: AwayView }) {
  const words = useAwayWords();
  const now = useNow();
  return <>, {words.ofStep(props.holder, props.away, now())}</>;
}
