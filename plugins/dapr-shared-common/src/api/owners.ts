import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';

/**
 * Entity refs of those who own an entity, as the catalog relates them.
 *
 * @param otherwise - who will own it, where the catalog does not know it yet: a
 *   known entity's owners cannot be chosen by who asks
 * @public
 */
export function entityOwners(
  entity: Entity | undefined,
  otherwise?: string,
): string[] {
  if (!entity) return otherwise === undefined ? [] : [otherwise];
  const relations = entity.relations ?? [];
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .sort();
}
