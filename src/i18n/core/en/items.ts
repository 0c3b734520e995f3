/** Sections done once for each of several: who is in the list, and whether more are coming. Loaded where there are any. */
import type { Formats } from '../formats.ts';

export function itemWords(f: Formats) {
  const oneOf = (what: string): string => `${/^[aeiou]/i.test(what) ? 'an' : 'a'} ${what}`;
  return {
    progress: (done: number, total: number): string => `${f.number(done)} of ${f.number(total)} done`,
    allDone: 'All done',
    calledOff: 'Called off',
    show: (name: string): string => `Steps for ${name}`,
    menu: (name: string): string => `Change ${name}`,
    rename: 'Change the name…',
    renameTitle: (name: string): string => `Another name for ${name}`,
    renameHint: 'Everybody sees it, on everything that is done here.',
    renameConfirm: 'Save',
    renamed: (name: string): string => `It is ${name} now`,
    otherNames: (name: string, others: readonly string[]): string =>
      `${name} was also called ${f.list(others)}.`,
    otherNamesHint: 'Two people changed the name at the same time.',
    keepName: (name: string): string => `Keep ${name}`,
    takeName: (name: string): string => `Make it ${name}`,
    cancel: (name: string): string => `Call ${name} off…`,
    cancelTitle: (name: string): string => `Call ${name} off?`,
    cancelHint: (name: string): string =>
      `Nothing more is done for ${name}, and nobody waits for it. What was done stays.`,
    cancelConfirm: 'Call it off',
    keep: 'Keep it',
    cancelled: (name: string): string => `${name} is called off`,
    add: (what: string): string => `Add ${oneOf(what)}`,
    oneMore: (what: string): string => `One more ${what}`,
    nameOf: 'Name',
    addConfirm: 'Add',
    added: (name: string): string => `${name} is added`,
    noneYet: (what: string): string => `No ${what} yet`,
    enough: 'Go on without the rest…',
    enoughTitle: 'Go on without the rest?',
    enoughHint: (list: string): string =>
      `${list}: what is still open is skipped, and what comes after goes on. What was done stays.`,
    enoughConfirm: 'Go on',
    notYet: 'Not yet',
    wentOn: (list: string): string => `${list}: it goes on without the rest`,
    thatsAll: 'That’s all',
    closed: (list: string): string => `${list}: that’s all of them`,
    waitsHere: 'What comes after waits until you say that’s all.',
    twins: (name: string): string => `${name} is here twice.`,
    twinsHint: 'Two people may have added the same one.',
    keepOne: 'Keep one',
    areTwo: 'They are two',
    keptOne: (name: string): string => `One ${name} is left`,
    another: (what: string): string => `Another ${what}`,
    first: (what: string): string => `First ${what}`,
    canAddLater: 'You can add more later.',
  };
}
