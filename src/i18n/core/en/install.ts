/** How Baton is put on a device, browser by browser, and what that changes. */
export const installWords = {
  title: 'Put Baton on this device',
  hint: 'It gets an icon, opens like an app, and works without a network.',
  install: 'Install',
  done: 'Done',
  steps: {
    prompt: [],
    iosSafari: [
      'Tap Share at the edge of the screen: a square with an arrow up.',
      'Scroll down, and tap Add to Home Screen.',
      'Tap Add. Open Baton from its icon.',
    ],
    iosOther: [
      'Tap Share beside the address.',
      'Tap Add to Home Screen. If it is not there, open this page in Safari.',
      'Tap Add. Open Baton from its icon.',
    ],
    macSafari: [
      'In the menu bar, open File.',
      'Choose Add to Dock, and then Add.',
      'Open Baton from the Dock.',
    ],
    androidMenu: [
      'Open the browser’s menu: three dots at the edge.',
      'Tap Install, or Add to Home screen.',
      'Open Baton from its icon.',
    ],
    chromiumMenu: [
      'Look at the end of the address for an icon with an arrow down, or open the browser’s menu.',
      'Choose Install Baton.',
      'Open Baton from its icon.',
    ],
    none: [
      'This browser cannot put Baton on the device.',
      'Keep the tab or a bookmark, or open Baton in Chrome, Edge or Safari.',
    ],
  },
  own: 'On iPhone and iPad the app keeps its data apart from Safari, so it starts empty. First make a link for another device of yours under People, and paste it in the app.',
  ownLink: 'To People',
  keeps:
    'Installed, Baton is seldom cleared when the device runs short of room. What has synced is on your other devices too.',
  safari: 'Safari clears pages that were not opened for a week; what is on the home screen it keeps.',
};
