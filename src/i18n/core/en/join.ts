/** Joining a household with an invite. */
export function joinWords() {
  return {
    title: 'Join',
    lead: 'Join a household',
    hint: 'Paste the invite you were sent: the whole link, or the text after the # sign.',
    field: 'Invite',
    go: 'Join',
    joining: 'Joining…',
    joiningHint: 'Opening the invite and fetching what it shares. It is unsealed on this device only.',
    again: 'Try again',
    pasteAnother: 'Paste another invite',
    joined: (space: string): string => (space === '' ? 'You are in' : `You are in ${space}`),
    joinedHint: 'Its flows arrive on this device now.',
    asWho: (name: string): string => `You are ${name} here.`,
    toNow: 'Show me whose turn it is',
    secondTitle: 'This device already has a household',
    secondHint: (space: string): string =>
      `${space === '' ? '' : `It belongs to ${space}. `}Joining a second household on the same device is not possible yet. The invite was not used: open it in another browser or on another device.`,
    back: 'Back',
  };
}
