const base = require('@backstage/cli/config/jest');

// The Backstage configuration of this package, with one cluster for all files.
module.exports = async () => ({
  ...(await base),
  rootDir: __dirname,
  globalSetup: '<rootDir>/lib/globalSetup.ts',
  globalTeardown: '<rootDir>/../cluster/lib/globalTeardown.ts',
  testTimeout: 120_000,
  // The API server shares few cores with the tests.
  maxWorkers: 1,
});
