import { readFileSync } from 'node:fs';
import { connection } from './connection';

/** One request, as the API server's audit log has it. */
export interface AuditEvent {
  user: { username: string };
  verb: string;
  requestURI: string;
  responseStatus: { code: number };
}

/** All requests of a user, oldest first. */
export function requestsOf(username: string): AuditEvent[] {
  return readFileSync(connection().auditLog, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): AuditEvent => JSON.parse(line))
    .filter(({ user }) => user.username === username);
}
