/**
 * The linter. Layers and their imports: `.ci/lint/import-table.ts`. Formatting is the formatter's.
 * `test/fixtures/lint` holds a file for every rule of ours, and a test that sees each of them bite.
 */
import { defineConfig } from 'oxlint';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'promise'],
  jsPlugins: ['./.ci/lint/plugin.ts', 'eslint-plugin-solid'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'test/fixtures/lint', 'test-results', 'playwright-report'],
  rules: {
    'baton/explicit-extension': 'error',
    'baton/no-inline-style': 'error',
    'baton/import-table': 'error',
    'baton/no-clock': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'max-lines': ['error', { max: 400 }],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
    ],
    // Strings here are split into letters on purpose; a person's words are never cut that way.
    'typescript/no-misused-spread': 'off',
    // Branded ids and decoded values are exactly such assertions, each behind a check.
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    // Channels and workers have no origin to name.
    'unicorn/require-post-message-target-origin': 'off',
    // `onsuccess` and its like are how IndexedDB is written.
    'unicorn/prefer-add-event-listener': 'off',
    'promise/always-return': 'off',
    // The compiler already sees a missing return, and an array is sorted in place where it is new.
    'typescript/consistent-return': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-shadow': 'off',
    // A style sheet's classes are members of its default export.
    'import/no-named-as-default-member': 'off',
    // The compiler knows what a query such as `?url` exports.
    'import/default': 'off',
    'no-unmodified-loop-condition': 'off',
    // Styles and fonts are imported for what they do.
    'import/no-unassigned-import': 'off',
    // One concept a file puts small helpers under the exports that use them.
    'no-use-before-define': 'off',
    'no-underscore-dangle': 'off',
  },
  overrides: [
    {
      files: ['**/*.tsx'],
      rules: {
        // `ref={element}` assigns.
        'no-unassigned-vars': 'off',
        'solid/components-return-once': 'error',
        'solid/event-handlers': 'error',
        'solid/imports': 'error',
        'solid/jsx-no-duplicate-props': 'error',
        'solid/jsx-no-script-url': 'error',
        'solid/jsx-no-undef': 'error',
        'solid/jsx-uses-vars': 'error',
        'solid/no-destructure': 'error',
        'solid/no-innerhtml': 'error',
        'solid/no-react-deps': 'error',
        'solid/no-react-specific-props': 'error',
        'solid/prefer-for': 'error',
        'solid/reactivity': 'error',
        'solid/self-closing-comp': 'error',
        'solid/style-prop': 'error',
      },
    },
    {
      // Stands in for Solid's DOM runtime under the name that compiled components import.
      files: ['src/ui/trusted-dom.ts'],
      rules: { 'oxc/no-barrel-file': 'off' },
    },
    {
      // Tools read these files' default export.
      files: ['*.config.ts', 'test/e2e/playwright.config.ts', '.ci/lint/plugin.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      // A fixture that breaks off on purpose, a value known to be there: tests may say so with `!`.
      files: ['test/**'],
      rules: { 'typescript/no-non-null-assertion': 'off' },
    },
  ],
});
