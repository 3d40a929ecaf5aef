/**
 * Which package of the house may import which: frontend, node, backend,
 * scaffolder module, command and sandbox know common; backend and scaffolder
 * module know node; common knows none of ours and no built-in of Node; nothing
 * that is published knows the sandbox.
 */
const own = {
  common: 'backstage-plugin-dapr-shared-common',
  node: 'backstage-plugin-dapr-shared-node',
  backend: 'backstage-plugin-dapr-shared-backend',
  scaffolder: 'backstage-plugin-scaffolder-backend-module-dapr-shared',
  frontend: 'backstage-plugin-dapr-shared',
  sandbox: 'sandbox',
  cli: 'dapr-shared',
};

const mayImport = {
  [own.common]: [],
  [own.node]: [own.common],
  [own.backend]: [own.common, own.node],
  [own.scaffolder]: [own.common, own.node],
  [own.frontend]: [own.common],
  [own.sandbox]: [own.common],
  [own.cli]: [own.common],
};

/** ESLint configuration of one of our packages, the arrows included. */
module.exports = function houseConfig(dir) {
  const { name } = require(`${dir}/package.json`);
  const allowed = mayImport[name];
  if (!allowed) throw new Error(`scripts/arrows.js does not know ${name}`);
  const forbidden = Object.values(own)
    .filter(other => other !== name && !allowed.includes(other))
    .map(other => ({
      name: other,
      message: `${name} may import ${
        allowed.join(' and ') || 'none of our packages'
      }.`,
    }));
  const builtins =
    name === own.common
      ? require('module').builtinModules.flatMap(builtin =>
          [builtin, `node:${builtin}`].map(module => ({
            name: module,
            message: `${name} runs in browsers too: no built-in of Node.`,
          })),
        )
      : [];
  return require('@backstage/cli/config/eslint-factory')(dir, {
    restrictedSrcImports: [...forbidden, ...builtins],
    restrictedTestImports: forbidden,
    // Past the front door of another package is nobody's business.
    restrictedImportPatterns: Object.values(own).map(other => `${other}/src/*`),
    tsRules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  });
};
