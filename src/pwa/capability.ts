/**
 * Whether this browser, at this address, can run Baton, and if not, what is missing. A pure decision from a
 * description of the surroundings, so every case has its test; `environment.ts` makes the description.
 */
export interface Environment {
  /** `isSecureContext`: https, or localhost. */
  readonly secure: boolean;
  readonly cryptography: boolean;
  readonly database: boolean;
  readonly moduleWorkers: boolean;
  readonly locks: boolean;
}

export type Capability =
  | { readonly type: 'ready' }
  /** Plain http from another machine: browsers then withhold cryptography and service workers. */
  | { readonly type: 'insecure' }
  /** The browser does not let this site keep anything; only seen by trying (`databaseOpens`). */
  | { readonly type: 'storageBlocked' }
  | { readonly type: 'browserTooOld'; readonly missing: readonly MissingPart[] };

export type MissingPart = 'cryptography' | 'database' | 'moduleWorkers' | 'locks';

export function computeCapability(environment: Environment): Capability {
  // First, because it takes other parts away with it: naming those would send people to the wrong cure.
  if (!environment.secure) return { type: 'insecure' };
  const missing: MissingPart[] = [];
  if (!environment.cryptography) missing.push('cryptography');
  if (!environment.database) missing.push('database');
  if (!environment.moduleWorkers) missing.push('moduleWorkers');
  if (!environment.locks) missing.push('locks');
  if (missing.length > 0) return { type: 'browserTooOld', missing };
  return { type: 'ready' };
}
