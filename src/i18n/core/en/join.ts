/** Join: from somebody's invite to "You are Sam". */
import type { FailureWords } from './failures.ts';

/** Why the camera is of no use; `noReader`: it is, but nothing here reads codes. */
export type SayableScanFailure = 'insecure' | 'noCamera' | 'denied' | 'busy' | 'lost' | 'noReader';

/** What was looked at and was no invite. */
export type SayableScanRemark = 'otherCode' | 'noCode' | 'noPicture' | 'noReader';

export function joinWords() {
  return {
    title: 'Join',
    invitedTitle: 'Somebody invited you to their household',
    invitedHint: 'Baton keeps track of whose turn it is. Nothing has been opened yet.',
    gives: 'You see and change the same flows as they do: who has what, and what comes next.',
    stays: 'Everything is kept on this device too, and works without a network.',
    sealed: 'No account. What passes between devices is sealed.',
    join: 'Join',
    joining: 'Joining…',
    joiningHint:
      'Opening the invite and fetching the household. Its content is unsealed on this device only.',
    pasteTitle: 'Join with an invite',
    pasteHint:
      'Copy the link you were sent and paste it here: the whole of it, or just its end. Or scan the code that the other device shows.',
    field: 'Invite link',
    fieldEmpty: 'Paste the link first.',
    or: 'or',
    scan: 'Scan a code',
    scanTitle: 'Scan an invite',
    cameraOpening: 'The browser asks whether Baton may use the camera. Its picture never leaves this device.',
    scanHint: 'Hold the code in the frame. On the other device it is under People, Invite.',
    choosePicture: 'Choose a picture',
    scanFailure: (why: SayableScanFailure): FailureWords => scanFailures[why],
    scanRemark: (remark: SayableScanRemark): FailureWords => scanRemarks[remark],
    joined: (name: string, household: string): string =>
      household === '' ? `You are ${name} here` : `You are ${name} in ${household}`,
    joinedHint:
      'Whatever is yours waits under Now. Everything is on this device too, also without a network.',
    toNow: 'Go to Now',
    notMe: (name: string): string => `Not ${name}?`,
    tryAgain: 'Try again',
    /** When the device has a household already, before anything is asked. */
    hereTitle: (household: string): string =>
      household === ''
        ? 'This device already has a household'
        : `This device already belongs to ${household}`,
    hereHint:
      'If the invite is for this one, you are in already. A second household on one device is not possible yet in this version.',
    check: 'Check the invite',
    spaceExists: (household: string): FailureWords => ({
      what: 'This invite is for another household',
      wayOut: `This device already belongs to ${household === '' ? 'one' : household}, and a second one is not possible yet in this version. Nothing was changed, and the invite still works: open it on another device.`,
    }),
    offline: {
      what: 'Joining needs a connection once, and the relay cannot be reached.',
      wayOut: 'The invite is kept as long as this page is open.',
    } satisfies FailureWords,
  };
}

const scanFailures: Readonly<Record<SayableScanFailure, FailureWords>> = {
  insecure: {
    what: 'Browsers give the camera to secure addresses alone, and this one begins with http.',
    wayOut: 'Choose a picture of the code, or close this and paste the link.',
  },
  noCamera: {
    what: 'There is no camera here.',
    wayOut: 'Choose a picture of the code, or close this and paste the link.',
  },
  denied: {
    what: 'Baton may not use the camera.',
    wayOut:
      'Allow it in the browser’s settings for this site, then try again. Or choose a picture of the code, or paste the link.',
  },
  busy: {
    what: 'The camera does not start. Perhaps another app is using it.',
    wayOut: 'Close that one and try again. Or choose a picture of the code, or paste the link.',
  },
  lost: {
    what: 'The camera was switched off.',
    wayOut: 'Try again. Or choose a picture of the code, or paste the link.',
  },
  noReader: {
    what: 'This browser could not get what it needs to read codes.',
    wayOut: 'Try again when you are online, or close this and paste the link.',
  },
};

const scanRemarks: Readonly<Record<SayableScanRemark, FailureWords>> = {
  otherCode: {
    what: 'That code is not an invite of Baton.',
    wayOut: 'The right one is on the other device, under People, Invite.',
  },
  noCode: {
    what: 'There is no code to be seen in that picture.',
    wayOut: 'Take it from straight ahead, near and sharp, with all of the code in it. Or paste the link.',
  },
  noPicture: {
    what: 'That file is not a picture that can be opened here.',
    wayOut: 'Choose another one, or take a screenshot of the code.',
  },
  noReader: scanFailures.noReader,
};
