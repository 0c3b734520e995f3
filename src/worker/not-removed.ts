/**
 * Why nobody was removed, or not yet.
 * `thisDevice`: that is leaving. `removalPending`: it was sent and not answered, and is sent again by itself.
 * `movedMeanwhile`: somebody else removed somebody first, and this device followed.
 */
export type NotRemoved =
  | 'ownerOnly'
  | 'thisDevice'
  | 'offline'
  | 'removalPending'
  | 'movedMeanwhile'
  | 'tooManyDevices';
