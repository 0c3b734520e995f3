/**
 * The DOM runtime that compiled JSX calls: Solid's own, except that `template` hands its text to the
 * browser through a Trusted Types policy. The build compiles every component against this module
 * (`moduleName` in vite.config.ts).
 *
 * Invariant: the policy is private to this file and `template` is its only caller, and `template` only
 * ever receives text that the compiler wrote. So there is no default policy, and any other string
 * that reaches an HTML sink is refused by the browser. CSP name: `baton-dom`.
 */
import { untrack } from 'solid-js';

export * from 'solid-js/web';

interface HtmlPolicy {
  createHTML(text: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy: HtmlPolicy = factory?.createPolicy('baton-dom', { createHTML: (text) => text }) ?? {
  createHTML: (text) => text,
};

/** Same contract as `template` of solid-js/web: parses once, then clones. */
export function template(html: string, isImportNode?: boolean, isSVG?: boolean): () => Node {
  let parsed: Node | undefined;
  const parse = (): Node => {
    const holder = document.createElement('template');
    holder.innerHTML = policy.createHTML(html);
    const first = holder.content.firstChild;
    const node = isSVG ? first?.firstChild : first;
    if (!node) throw new Error('A compiled template is empty');
    return node;
  };
  const clone = isImportNode
    ? () => untrack(() => document.importNode((parsed ??= parse()), true))
    : () => (parsed ??= parse()).cloneNode(true);
  return Object.assign(clone, { cloneNode: clone });
}
