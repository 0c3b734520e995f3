/** Shapes of what one workflow says about another: as a part of it, and as what follows it. */
import { isPerItem } from './decode-per-item.ts';
import { arrayOf, isFilledText, kinds, mapOf, optional, shape, type Check } from './json-shape.ts';

/** Whom one workflow can name to another: nobody who is known by a step. */
export const carriedAssignees: Readonly<Record<string, Check>> = {
  person: shape({ person: isFilledText }),
  part: shape({ part: isFilledText }),
  conductor: () => true,
  role: shape({ role: isFilledText }),
};

const isPartMapping = mapOf(kinds(carriedAssignees));
const isFactMapping = mapOf(isFilledText);

export const isSubflow = shape({
  workflow: isFilledText,
  given: optional(isFactMapping),
  handedBack: optional(isFactMapping),
  parts: optional(isPartMapping),
  perItem: optional(isPerItem),
});

/** Its id becomes a part of that of a run. */
const isFollowUpId: Check = (value) => isFilledText(value) && /^[\w-]{1,64}$/.test(value);

export const isFollowUp = shape({
  id: isFollowUpId,
  when: kinds({
    finished: () => true,
    done: shape({ step: isFilledText }),
    outcome: shape({ step: isFilledText, outcomes: arrayOf(isFilledText) }),
    cancelled: () => true,
  }),
  workflow: isFilledText,
  facts: optional(isFactMapping),
  parts: optional(isPartMapping),
});
