/** Who made a commit: the portal, for somebody. */
export interface CommitOrigin {
  /** Address of the portal. */
  portal: string;
  /** Entity ref of who started the task. */
  initiator: string;
}

const PORTAL = 'Backstage-Portal';
const INITIATOR = 'Backstage-Initiator';

/** A commit message whose trailers name its origin. */
export function commitMessage(title: string, origin: CommitOrigin): string {
  return `${title}\n\n${PORTAL}: ${origin.portal}\n${INITIATOR}: ${origin.initiator}\n`;
}

/** The origin that the trailers of a message name; undefined where none do. */
export function readOrigin(message: string): CommitOrigin | undefined {
  const trailers = message.trimEnd().split('\n\n').slice(1).pop() ?? '';
  const value = (name: string) =>
    trailers
      .split('\n')
      .find(line => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const portal = value(PORTAL);
  const initiator = value(INITIATOR);
  return portal && initiator ? { portal, initiator } : undefined;
}
