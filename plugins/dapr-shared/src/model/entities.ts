import type { Entity } from '@backstage/catalog-model';
import { instanceSelector } from 'backstage-plugin-dapr-shared-common';

/** Whether an entity names an app id. */
export function isAnnotated(entity: Entity): boolean {
  return instanceSelector(entity) !== undefined;
}
