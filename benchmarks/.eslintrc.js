module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Not a package: it drives the whole checkout, its scripts included.
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
