/** The first minute: what keeps slipping, and a workflow filled in before it starts. */
import type { Formats } from '../formats.ts';

/** Small numbers as words, as people say them. */
const numberWords = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

export function startWords(f: Formats) {
  const counted = (count: number): string => numberWords[count] ?? f.number(count);
  return {
    question: 'What keeps slipping?',
    hint: 'Pick one, and see in a minute whose turn it is.',
    ready: 'Ready made',
    /** What a shipped workflow is about, by its id; others show their number of steps. */
    about: (id: string): string | undefined =>
      ({
        'business-trip': 'Flights, hotel, transfer',
        'new-client': 'Contract, access, kick-off',
        'new-colleague': 'Documents, rights, badge',
        'board-meeting': 'Agenda, numbers, deck, pack',
      })[id as 'business-trip'],
    steps: (count: number): string => f.plural(count, { one: '# step', other: '# steps' }),
    typeYourOwn: 'Or type your own',
    typeExample: 'Book the venue, then ask Sam',
    typeGo: 'Write the steps',
    haveInvite: 'I have an invite',
    trust: 'No account. It stays on this phone until you pass a baton.',
    trustWide: 'No account. It stays on this device until you pass a baton.',
    who: 'Who are you?',
    whoHint: 'This device belongs to a household. Choose your name; you can change it in Settings.',
    itsMe: 'That’s me',
    name: 'Name of this flow',
    yourName: 'Your name',
    defaultName: 'You',
    people: 'Who does what',
    peopleDone: 'Done',
    partMe: 'Me',
    partLater: 'Somebody later',
    partNew: 'Somebody new',
    /** `part` as the flow calls it, "Who books along": two new people are two fields. */
    newName: (part: string): string => `${part}: their name`,
    nobody: 'Later',
    facts: 'What is known already',
    factsHint: 'You can fill these in later.',
    tapDone: 'Tap what is already done',
    count: (done: number, total: number): string => `${f.number(done)} of ${f.number(total)}`,
    yourTurn: 'Your turn',
    /** `mine` are mine right now, `rest` are all other open steps. */
    summary: (mine: number, rest: number): string => {
      const first =
        mine === 0 ? 'Nothing is yours right now.' : `${counted(mine)} ${mine === 1 ? 'is' : 'are'} yours.`;
      if (rest === 0) return first;
      return `${first} ${counted(rest)} you needn’t hold in your head.`;
    },
    allDone: 'All of it is done already.',
    go: 'Show me whose turn it is',
    missing: 'This workflow is not here',
    missingHint: 'Choose another one, or type your own.',
    toStart: 'Choose another',
  };
}
