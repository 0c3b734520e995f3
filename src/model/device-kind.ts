/** What a device is, as far as it can tell; for a word and a picture beside its name. */
export const deviceKinds = ['phone', 'tablet', 'computer', 'unknown'] as const;
export type DeviceKind = (typeof deviceKinds)[number];
