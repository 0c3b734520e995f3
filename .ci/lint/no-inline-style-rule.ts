/**
 * The rule `baton/no-inline-style`: no style that is known when the page is built.
 *
 * The compiler writes such a style into the markup as an attribute, which the content security policy
 * blocks in the browser; it belongs in a style sheet. Values made while the page runs are set on the element
 * and pass.
 */
import type { Rule } from 'oxlint/plugins-dev';

export const noInlineStyleRule: Rule = {
  meta: { type: 'problem', docs: { description: 'Fixed styles live in style sheets.' } },
  create(context) {
    return {
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || node.name.name !== 'style' || node.value === null) return;
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        const isFixed =
          value.type === 'Literal' ||
          (value.type === 'ObjectExpression' &&
            value.properties.some(
              (property) => property.type === 'Property' && property.value.type === 'Literal',
            ));
        if (isFixed) context.report({ node, message: 'A fixed style belongs in a style sheet.' });
      },
    };
  },
};
