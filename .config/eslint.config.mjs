import { fileURLToPath } from 'node:url';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { decimalComparison } from './eslint-decimal-comparison.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const importsOfSrc = [
  { name: 'date-fns', message: "Import the one function: 'date-fns/parseISO'. The root costs 160 ms at start-up." },
  { name: 'hiilitase', message: 'Inside, name the concrete file.' },
];
const decimalJs = { name: 'decimal.js', message: "Use the library's own Decimal of src/decimal.ts." };
const nodeModules = { regex: '^node:', message: 'The core runs without Node: only src/io and src/cli may use it.' };

const clockAndChance = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'No clock: dates come from the data.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'No clock: dates come from the data.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'No clock: dates come from the data.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'No randomness without a seed.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(localeCompare|toLocale\\w*)$/]',
    message: "The machine's locale decides this: compare code units, or format with Intl and a stated language.",
  },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][arguments.length=0]',
    message: 'State the language: the default is the locale of the machine.',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'out/', 'node_modules/', 'fixtures/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'types',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { hiilitase: { rules: { 'decimal-comparison': decimalComparison } } },
    rules: {
      'hiilitase/decimal-comparison': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/strict-boolean-expressions': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: 'error',
    },
  },
  {
    name: 'src',
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'max-params': ['error', 4],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-imports': ['error', { paths: [...importsOfSrc, decimalJs] }],
    },
  },
  {
    name: 'core',
    files: ['src/**/*.ts'],
    ignores: ['src/io/**', 'src/cli/**'],
    rules: {
      'no-restricted-imports': ['error', { paths: [...importsOfSrc, decimalJs], patterns: [nodeModules] }],
      'no-restricted-syntax': ['error', ...clockAndChance],
    },
  },
  {
    name: 'the one door to decimal.js',
    files: ['src/decimal.ts'],
    rules: {
      'hiilitase/decimal-comparison': 'off',
      'no-restricted-imports': ['error', { paths: importsOfSrc, patterns: [nodeModules] }],
    },
  },
  {
    name: 'tests and programs',
    files: ['test/**/*.ts', 'docs/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    name: 'plain scripts',
    files: ['**/*.mjs'],
    rules: { eqeqeq: 'error' },
  },
);
