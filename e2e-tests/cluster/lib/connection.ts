import type { ApiServer } from './apiServer';

const variables = {
  url: 'CLUSTER_URL',
  caFile: 'CLUSTER_CA_FILE',
  adminToken: 'CLUSTER_ADMIN_TOKEN',
  auditLog: 'CLUSTER_AUDIT_LOG',
} as const;

/** Hands the API server to the test files: the environment is all that reaches them. */
export function pass(server: ApiServer): void {
  process.env[variables.url] = server.url;
  process.env[variables.caFile] = server.caFile;
  process.env[variables.adminToken] = server.adminToken;
  process.env[variables.auditLog] = server.auditLog;
}

/** The API server that the set-up of these tests started. */
export function connection(): ApiServer {
  return {
    url: read(variables.url),
    caFile: read(variables.caFile),
    adminToken: read(variables.adminToken),
    auditLog: read(variables.auditLog),
  };
}

function read(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run jest with cluster/jest.config.js`);
  }
  return value;
}
