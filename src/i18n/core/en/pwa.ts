/** Versions, the home screen, kept storage. */
export const pwaWords = {
  newVersion: 'New version',
  restart: 'Restart',
  keepTitle: 'Keep Baton close',
  keepHint: 'On your home screen it opens like an app, also without a network.',
  install: 'Add to home screen',
  installByHand: 'In Safari: Share, then Add to Home Screen.',
  keepStorage: 'Ask this browser to keep the data',
  notNow: 'Not now',
};
