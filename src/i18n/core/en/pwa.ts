/** Versions, the home screen, kept storage. */
export const pwaWords = {
  newVersion: 'New version',
  restart: 'Restart',
  keepTitle: 'Keep Baton close',
  keepHint: 'On your home screen it opens like an app, also without a network.',
  install: 'Add to home screen',
  keepDataHint: 'So far this browser may clear what Baton keeps here when it runs out of room.',
  keepStorage: 'Ask this browser to keep the data',
  notNow: 'Not now',
};
