/** The code of an invite. Not among the words that every page has: they are loaded where it is shown. */

export const inviteCodeWords = {
  label: (name: string): string => `The invite for ${name}, as a code to scan`,
  labelForMe: 'The invite for your other device, as a code to scan',
  hint: (name: string): string =>
    `${name} scans it with their phone’s camera, or in Baton there with “Scan a code”.`,
  hintForMe: 'Scan it with the other device’s camera, or in Baton there with “Scan a code”.',
  failed: 'The code cannot be drawn just now. The link does the same.',
};
