/** The linter's own rules of this project, as a plugin. */
import { explicitExtensionRule } from './explicit-extension-rule.ts';
import { importTableRule } from './import-table-rule.ts';
import { noClockRule } from './no-clock-rule.ts';
import { noInlineStyleRule } from './no-inline-style-rule.ts';

// The linter takes a plugin from the default export.
export default {
  meta: { name: 'baton' },
  rules: {
    'explicit-extension': explicitExtensionRule,
    'import-table': importTableRule,
    'no-clock': noClockRule,
    'no-inline-style': noInlineStyleRule,
  },
};
