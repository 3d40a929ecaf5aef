import { createApiRef } from '@backstage/core-plugin-api';
import type { DaprSharedApi } from 'backstage-plugin-dapr-shared-common';

/**
 * The HTTP API of the backend, as the signed-in user.
 *
 * @public
 */
export const daprSharedApiRef = createApiRef<DaprSharedApi>({
  id: 'plugin.dapr-shared.api',
});
