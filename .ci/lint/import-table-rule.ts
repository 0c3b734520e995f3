/**
 * The rule `baton/import-table`: an import that the import table does not allow is an error.
 *
 * Static imports, re-exports, `import(…)` and `new URL('…', import.meta.url)` (which is how a worker's
 * code is reached) all count. Relative imports are resolved, so a folder's name alone proves nothing.
 */
import { dirname, join, posix, relative, sep } from 'node:path';
import type { Rule } from 'oxlint/plugins-dev';
import { type Fence, type Layer, layers, packagesByFence } from './import-table.ts';
import { type ModuleReference, moduleReferenceVisitor } from './module-reference.ts';

export const importTableRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Layers import only what the import table allows.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join(posix.sep);
    const layer = findLayer(file);
    if (layer === undefined) return {};
    return moduleReferenceVisitor((reference) => {
      const message = explainForbidden(layer, file, reference);
      if (message !== null) context.report({ node: reference.node, message });
    });
  },
};

/** Null when the reference is allowed; otherwise the sentence to show. */
function explainForbidden(layer: Layer, file: string, reference: ModuleReference): string | null {
  const { specifier, typeOnly, byAddress } = reference;
  if (!specifier.startsWith('.')) return explainForbiddenPackage(layer, specifier);
  const target = join(dirname(file), specifier).split(sep).join(posix.sep);
  const targetLayer = findLayer(target);
  if (byAddress && (targetLayer === undefined || layer.starts.includes(targetLayer.path))) return null;
  if (targetLayer === undefined) return `${layer.path} may not import ${target}, which belongs to no layer.`;
  if (targetLayer === layer || layer.values.some((path) => isInside(target, path))) return null;
  const typesAllowed = layer.types.some((path) => isInside(target, path));
  if (typesAllowed && typeOnly) return null;
  return typesAllowed
    ? `${layer.path} may import only types from ${target}.`
    : `${layer.path} may not import ${targetLayer.path}.`;
}

function explainForbiddenPackage(layer: Layer, specifier: string): string | null {
  const fences = Object.keys(packagesByFence) as Fence[];
  const fence = fences.find((name) => packagesByFence[name].test(specifier));
  if (fence === undefined) {
    return layer.path === 'sync-server' ? `sync-server may not import ${specifier}.` : null;
  }
  return layer.packages.includes(fence) ? null : `${layer.path} may not import ${specifier}.`;
}

function findLayer(path: string): Layer | undefined {
  return layers
    .filter((layer) => isInside(path, layer.path))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}

function isInside(path: string, folderOrFile: string): boolean {
  return path === folderOrFile || path.startsWith(`${folderOrFile}/`);
}
