import { createServer } from 'node:net';
import { Complaint } from './say.mjs';

/**
 * Complains where a port is taken, before anything is started that would
 * fail over it half way.
 *
 * @param ports - what each port is for, by number
 */
export async function checkPorts(ports) {
  for (const [port, purpose] of Object.entries(ports)) {
    if (!(await isFree(Number(port)))) {
      throw new Complaint(
        `Port ${port} (${purpose}) is taken by another program. Stop it (\`lsof -i :${port}\` names it), then try again.`,
      );
    }
  }
}

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
