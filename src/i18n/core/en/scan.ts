/**
 * Scanning an invite's code. Not among the words that every page has: they are loaded with the scanner,
 * which few people open, and those once.
 */
import type { FailureWords } from './failures.ts';

/** Why the camera is of no use; `noReader`: it is, but nothing here reads codes. */
export type SayableScanFailure = 'insecure' | 'noCamera' | 'denied' | 'busy' | 'lost' | 'noReader';

/** What was looked at and was no invite. */
export type SayableScanRemark = 'otherCode' | 'noCode' | 'noPicture' | 'noReader';

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

export const scanWords = {
  title: 'Scan an invite',
  cameraOpening: 'The browser asks whether Baton may use the camera. Its picture never leaves this device.',
  hint: 'Hold the code in the frame. On the other device it is under People, Invite.',
  choosePicture: 'Choose a picture',
  failure: (why: SayableScanFailure): FailureWords => scanFailures[why],
  remark: (remark: SayableScanRemark): FailureWords => scanRemarks[remark],
};
