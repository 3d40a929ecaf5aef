import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEtcd } from './etcd';
import { freePort } from './ports';
import { Program } from './program';
import { send } from './send';

/** Where an API server is, and how to be its administrator. */
export interface ApiServer {
  url: string;
  caFile: string;
  adminToken: string;
  /** One JSON object a line for each request of a ServiceAccount. */
  auditLog: string;
}

// What the portal asked, and what it was told, as the API server saw it.
const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [
    { level: 'Metadata', userGroups: ['system:serviceaccounts'] },
    { level: 'None' },
  ],
};

/** Starts etcd and kube-apiserver with RBAC, on free ports of loopback. */
export async function startApiServer(
  tools: string,
): Promise<ApiServer & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'dapr-shared-cluster-'));
  const etcd = await startEtcd(tools, folder);
  const port = await freePort();
  const server = {
    url: `https://127.0.0.1:${port}`,
    caFile: join(folder, 'apiserver.crt'),
    adminToken: 'administrator',
    auditLog: join(folder, 'audit.log'),
  };
  const program = await Program.start({
    command: join(tools, 'kube-apiserver'),
    args: [
      `--etcd-servers=${etcd.url}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      // Loopback is no valid address of the Service `kubernetes`.
      '--endpoint-reconciler-type=none',
      `--secure-port=${port}`,
      `--cert-dir=${folder}`,
      '--authorization-mode=RBAC',
      `--token-auth-file=${writeTokens(folder, server.adminToken)}`,
      ...serviceAccountArgs(folder),
      // It waits for ServiceAccounts that a controller would make.
      '--disable-admission-plugins=ServiceAccount',
      `--audit-policy-file=${writeJson(folder, 'audit.json', auditPolicy)}`,
      `--audit-log-path=${server.auditLog}`,
      '--audit-log-mode=blocking',
    ],
    logFile: join(folder, 'kube-apiserver.log'),
    ready: async () => {
      const ca = readFileSync(server.caFile, 'utf8');
      const { status, body } = await send(`${server.url}/readyz`, { ca });
      if (status !== 200) throw new Error(`Status ${status}: ${body}`);
    },
  }).catch(async error => {
    await etcd.stop();
    throw error;
  });
  return {
    ...server,
    async stop() {
      await program.stop();
      await etcd.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function writeTokens(folder: string, adminToken: string): string {
  const file = join(folder, 'tokens.csv');
  writeFileSync(file, `${adminToken},admin,admin,"system:masters"\n`);
  return file;
}

function serviceAccountArgs(folder: string): string[] {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = join(folder, 'service-accounts.key');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return [
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-signing-key-file=${file}`,
    `--service-account-key-file=${file}`,
  ];
}

function writeJson(folder: string, name: string, content: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
