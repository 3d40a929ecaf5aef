import { asRecord, type KubeObject } from '../objects';
import { RenderError } from './error';

/**
 * Helm reads the head of every object before it prints any: name and
 * annotations must be scalars. Source: Helm, pkg/releaseutil/manifest.go.
 *
 * @throws RenderError where Helm cannot read a head
 */
export function checkHead(object: KubeObject): void {
  const { name, annotations } = asRecord(object.metadata) ?? {};
  if (typeof name === 'object' && name !== null) {
    throw new RenderError(
      `The name of the ${object.kind} becomes ${JSON.stringify(
        name,
      )}; a name must be text.`,
    );
  }
  if (annotations === undefined || annotations === null) return;
  const entries = asRecord(annotations);
  if (!entries) {
    throw new RenderError(
      `The annotations of the ${object.kind} must be a map.`,
    );
  }
  for (const [key, value] of Object.entries(entries)) {
    if (typeof value === 'object' && value !== null) {
      throw new RenderError(
        `The annotation ${key} of the ${object.kind} must be text.`,
      );
    }
  }
}
