/** Done from a list, a step is done for whoever has it, where one stands in for them [E4]. */
import type { PersonId } from '../../../model/ids.ts';
import type { StepLine } from '../../../views/shared.ts';

export function actedFor({ holder, away }: Pick<StepLine, 'holder' | 'away'>): {
  readonly onBehalfOf?: PersonId;
} {
  return away?.standIn?.isMe === true && holder !== null ? { onBehalfOf: holder.id } : {};
}
