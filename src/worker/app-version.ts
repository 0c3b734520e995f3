/** Set by the build, from package.json; tests have none. */
declare const __BATON_VERSION__: string | undefined;

export const appVersion = typeof __BATON_VERSION__ === 'string' ? __BATON_VERSION__ : 'unversioned';
