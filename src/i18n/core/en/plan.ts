/** Changing the plan of a flow that is under way. Loaded with the sheet. */
import type { Formats } from '../formats.ts';

export function planWords(f: Formats) {
  return {
    title: 'Change the plan',
    hint: 'What is done stays done. Everybody in this flow sees the change.',
    over: 'This flow is over',
    overHint: 'Its plan is history now. Start the workflow again to change it.',
    after: (titles: readonly string[]): string =>
      titles.length === 0 ? 'Starts right away' : `After ${f.list(titles)}`,
    locked: (state: string): string => `${state}. Open it again to change it.`,
    add: 'Add a step',
    addTitle: 'A new step',
    edit: (title: string): string => `Change “${title}”`,
    name: 'What happens?',
    instructions: 'How, or what to know',
    who: 'Who does it',
    anyone: 'Whoever conducts',
    taken: (name: string): string => `${name} took it. Hand it over on the step itself.`,
    dueDay: 'Due on',
    dueTime: 'At',
    startsAfter: 'Starts after',
    startsAfterHint: 'Nothing ticked: it starts right away.',
    unlocks: 'These wait for it',
    earlier: 'Move up',
    later: 'Move down',
    save: 'Save',
    put: 'Add it',
    remove: 'Take it out',
    saved: (title: string): string => `“${title}” is changed`,
    added: (title: string): string => `“${title}” is in the plan`,
    removed: (title: string): string => `“${title}” is out of the plan`,
    moved: (title: string): string => `“${title}” was moved`,
  };
}

/** Patches that had to give way, told to whoever conducts. Loaded with a flow's screen. */
export const planFlagWords = {
  keptStep: (title: string): string => `“${title}” was taken out while somebody else changed it. It stays.`,
  cycle: (from: string, to: string): string =>
    `“${to}” was to wait for “${from}”, and the other way round. Only what came first holds.`,
  hint: 'Look at the plan, and take it out or change it if you still want to.',
  ok: 'All right',
};
