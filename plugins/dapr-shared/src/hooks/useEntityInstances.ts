import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityInstancesResponse } from 'backstage-plugin-dapr-shared-common';
import { useCallback } from 'react';
import { daprSharedApiRef } from '../api';
import { useLoad } from './useLoad';

const SLOW_MS = 15_000;
const FAST_MS = 3_000;

/** Something is under way that people wait for. */
function interval(response: EntityInstancesResponse | undefined): number {
  const moving = response?.items.some(
    ({ health }) => health.status === 'progressing',
  );
  const waiting = response?.annotated && response.items.length === 0;
  return moving || waiting ? FAST_MS : SLOW_MS;
}

/** The instances of the entity whose page this is, kept current. */
export function useEntityInstances() {
  const api = useApi(daprSharedApiRef);
  const { entity } = useEntity();
  const { kind, namespace, name } = getCompoundEntityRef(entity);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getEntityInstances({ kind, namespace, name }, { signal }),
    [api, kind, namespace, name],
  );
  return useLoad(load, interval);
}
