/** Finds every place where a file names another module, for rules that judge what may be named. */
import type { ESTree, VisitorObject } from 'oxlint/plugins-dev';

export interface ModuleReference {
  readonly node: ESTree.Node;
  readonly specifier: string;
  /** Nothing of the module is left when the types are erased. */
  readonly typeOnly: boolean;
  /** Named by `new URL('…', import.meta.url)` or imported as `…?url`: its address is taken, not its code. */
  readonly byAddress: boolean;
}

export function moduleReferenceVisitor(visit: (reference: ModuleReference) => void): VisitorObject {
  return {
    ImportDeclaration(node) {
      const specifiersAreTypes =
        node.specifiers.length > 0 &&
        node.specifiers.every((each) => each.type === 'ImportSpecifier' && each.importKind === 'type');
      const typeOnly = node.importKind === 'type' || specifiersAreTypes;
      const [specifier = '', query = ''] = node.source.value.split('?');
      visit({ node, specifier, typeOnly, byAddress: query.split('&').includes('url') });
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      visit({ node, specifier: node.source.value, typeOnly: node.exportKind === 'type', byAddress: false });
    },
    ExportAllDeclaration(node) {
      visit({ node, specifier: node.source.value, typeOnly: node.exportKind === 'type', byAddress: false });
    },
    ImportExpression(node) {
      const specifier = literalText(node.source);
      if (specifier !== null) visit({ node, specifier, typeOnly: false, byAddress: false });
    },
    TSImportType(node) {
      visit({ node, specifier: node.source.value, typeOnly: true, byAddress: false });
    },
    NewExpression(node) {
      const [address, base] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return;
      if (address === undefined || base?.type !== 'MemberExpression') return;
      const specifier = literalText(address);
      if (base.object.type === 'MetaProperty' && specifier !== null) {
        visit({ node, specifier, typeOnly: false, byAddress: true });
      }
    },
  };
}

function literalText(node: ESTree.Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}
