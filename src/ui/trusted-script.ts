/**
 * Addresses of our own scripts (the household worker, the service worker) as Trusted Types want them.
 * Anything of another origin is refused. CSP name: `baton-script`.
 */
interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

function requireOwnOrigin(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError('A script of another origin');
  return url.href;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('baton-script', { createScriptURL: requireOwnOrigin });

/** Typed as text, because the DOM types know no TrustedScriptURL; pass it on untouched. */
export function ownScript(address: string): string {
  return policy?.createScriptURL(address) ?? requireOwnOrigin(address);
}
