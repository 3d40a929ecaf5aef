/**
 * Entity annotation: `[namespace/]appId[, …]`.
 *
 * @public
 */
export const ANNOTATION_APP_ID = 'dapr.io/app-id';

/**
 * Alias of {@link ANNOTATION_APP_ID} that an earlier plugin used.
 *
 * @public
 */
export const ANNOTATION_APP_ID_ALIAS = 'dapr.io/application-id';

/**
 * Pod annotation: where the instance lives in Git, `repository#branch:path`.
 *
 * @public
 */
export const ANNOTATION_SOURCE = 'dapr-shared.backstage.io/source';

/**
 * Pod annotation: the entity the instance belongs to, as an entity ref.
 *
 * @public
 */
export const ANNOTATION_ENTITY = 'dapr-shared.backstage.io/entity';
