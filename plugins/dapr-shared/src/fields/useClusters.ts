import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { daprSharedApiRef } from '../api';
import { useLoad } from '../hooks/useLoad';

const everyMinute = () => 60_000;

/** The clusters that the portal knows. */
export function useClusters() {
  const api = useApi(daprSharedApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getClusters({ signal }),
    [api],
  );
  return useLoad(load, everyMinute);
}
