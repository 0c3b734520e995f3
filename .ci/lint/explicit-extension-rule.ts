/**
 * The rule `baton/explicit-extension`: a relative import ends as the file does.
 *
 * Plain Node runs the pure layers and the relay from source, and it looks for no other ending.
 */
import type { Rule } from 'oxlint/plugins-dev';
import { moduleReferenceVisitor } from './module-reference.ts';

export const explicitExtensionRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Relative imports name the file whole.' } },
  create(context) {
    return moduleReferenceVisitor(({ node, specifier, byAddress }) => {
      if (byAddress || !specifier.startsWith('.') || /\.(tsx?|mjs|css|json|svg)(\?[\w&]+)?$/.test(specifier))
        return;
      context.report({ node, message: `${specifier} lacks its extension.` });
    });
  },
};
