import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  Card,
  CardBody,
  CardHeader,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { useEntityInstances } from '../hooks/useEntityInstances';
import { count } from '../model/words';
import { entityContentRouteRef } from '../routes';
import { ClusterProblems } from './ClusterProblems';
import { NothingFound } from './Guidance';
import { InstanceLine } from './InstanceLine';
import { LoadError } from './LoadError';
import styles from './styles.module.css';

/** How many instances the card lists before it counts the rest. */
const MOST = 5;

/** The entity's instances at a glance, worst first. */
export const InstancesCard = () => {
  const { value, error, loading, retry } = useEntityInstances();
  const href = useRouteRef(entityContentRouteRef)?.();
  const items = value?.items ?? [];
  const rest = items.length - MOST;
  const connected = value?.clusters.filter(c => c.state === 'connected') ?? [];
  const partial =
    value !== undefined && connected.length < value.clusters.length;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center">
          <Text as="h2" variant="title-x-small" weight="bold">
            Dapr Shared
          </Text>
          {href && items.length > 0 && (
            <Link href={href}>{count(items.length, 'instance')}</Link>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="3">
          {loading && !value && (
            <div role="status" aria-label="Loading instances">
              <Skeleton height={20} width="70%" />
            </div>
          )}
          <LoadError error={error} retry={retry} />
          {items.length > 0 && (
            <ul className={styles.list}>
              {items.slice(0, MOST).map(instance => (
                <InstanceLine
                  key={instance.id}
                  instance={instance}
                  href={href && `${href}?instance=${encodeURIComponent(instance.id)}`} // prettier-ignore
                />
              ))}
            </ul>
          )}
          {rest > 0 && (
            <Text as="p" className={styles.soft}>
              and {rest} more
            </Text>
          )}
          {value && items.length === 0 && connected.length > 0 && (
            <NothingFound clusters={connected.length} partial={partial} />
          )}
          {value && (
            <ClusterProblems
              clusters={value.clusters}
              problem={value.problem}
            />
          )}
        </Flex>
      </CardBody>
    </Card>
  );
};
