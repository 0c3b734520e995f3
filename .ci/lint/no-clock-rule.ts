/**
 * The rule `baton/no-clock`: pure layers take `now` and randomness as arguments.
 *
 * The compiler already keeps the DOM, timers and the network out of them (they are compiled without
 * those types); clock and randomness are part of the language itself, so a rule has to.
 */
import { posix, relative, sep } from 'node:path';
import type { Rule } from 'oxlint/plugins-dev';
import { pureLayers } from './import-table.ts';

const forbiddenMembers: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
};

export const noClockRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Pure layers read no clock and draw no random numbers.' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join(posix.sep);
    if (!pureLayers.some((layer) => file.startsWith(`${layer}/`))) return {};
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier' || node.computed) return;
        if (forbiddenMembers[node.object.name]?.includes(node.property.name)) {
          context.report({
            node,
            message: `${node.object.name}.${node.property.name} in a pure layer: take it as an argument.`,
          });
        }
      },
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) {
          context.report({ node, message: 'new Date() in a pure layer: take the instant as an argument.' });
        }
      },
      CallExpression(node) {
        // Without `new`, Date ignores its arguments and tells the time.
        if (isDate(node.callee)) {
          context.report({ node, message: 'Date() in a pure layer: take the instant as an argument.' });
        }
      },
    };
  },
};

function isDate(callee: { readonly type: string; readonly name?: unknown }): boolean {
  return callee.type === 'Identifier' && callee.name === 'Date';
}
