import { Alert, Flex } from '@backstage/ui';
import type { ClusterStateDto } from 'backstage-plugin-dapr-shared-common';
import { clusterStateWords, duration } from '../model/words';

/** One alert for each cluster that could not be read: it is never shown as an empty one. */
export const ClusterProblems = ({
  clusters,
  problem,
}: {
  clusters: readonly ClusterStateDto[];
  problem?: string;
}) => {
  const now = new Date();
  const unread = clusters.filter(({ state }) => state !== 'connected');
  if (unread.length === 0 && !problem) return null;
  return (
    <Flex direction="column" gap="2">
      {problem && <Alert status="danger" icon title={problem} />}
      {unread.map(({ name, title, state, message, detail, since }) => (
        <Alert
          key={name}
          status={state === 'stale' ? 'info' : 'warning'}
          icon
          title={`${title} ${clusterStateWords[state]}${
            since ? `, for ${duration(since, now)}` : ''
          }`}
          description={[message, detail && `The API server says: ${detail}`]
            .filter(Boolean)
            .join(' ')}
        />
      ))}
    </Flex>
  );
};
