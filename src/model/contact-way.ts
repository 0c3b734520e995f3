/** How somebody is reached. What is sent leaves through the device's own apps: Baton sends nothing itself. */
export const contactWays = ['call', 'text', 'mail', 'share'] as const;
export type ContactWay = (typeof contactWays)[number];
