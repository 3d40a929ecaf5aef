import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';

/**
 * Entity refs of those who own an entity, as the catalog relates them. Nobody
 * where there is no entity.
 *
 * @public
 */
export function entityOwners(entity: Entity | undefined): string[] {
  const relations = entity?.relations ?? [];
  return relations
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef)
    .sort();
}
