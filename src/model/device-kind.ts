/** What a device is, as far as it can tell; for a word and a picture beside its name. */
export const deviceKinds = ['phone', 'tablet', 'computer', 'unknown'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Which program it runs in, as far as that says; `other` is no judgement. */
export const deviceBrowsers = ['chrome', 'edge', 'firefox', 'safari', 'samsung', 'other'] as const;
export type DeviceBrowser = (typeof deviceBrowsers)[number];
