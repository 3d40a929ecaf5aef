import type { Warning } from './events';
import type { Stage } from './stage';

/**
 * How far daprd has come, by what its probes were answered. Its port opens only
 * once it has its identity and its resources; then it answers 500 until all
 * that its health waits for was there: app, placement, scheduler.
 */
export function probeStage(
  warnings: readonly Warning[],
): { stage: Stage; message: string } | undefined {
  for (const { reason, message } of warnings) {
    if (reason !== 'Unhealthy') continue;
    if (/statuscode: 500/.test(message)) return { stage: 'started', message };
    if (/connection refused/.test(message)) {
      return { stage: 'identity', message };
    }
  }
  return undefined;
}

export function isLiveness({ reason, message }: Warning): boolean {
  return reason === 'Unhealthy' && message.startsWith('Liveness');
}
