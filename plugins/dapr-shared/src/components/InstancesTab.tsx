import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, Container, Flex, Skeleton } from '@backstage/ui';
import type { EntityInstancesResponse } from 'backstage-plugin-dapr-shared-common';
import { useEntityInstances } from '../hooks/useEntityInstances';
import { useView } from '../hooks/useView';
import { ClusterProblems } from './ClusterProblems';
import { NotAnnotated, NothingFound } from './Guidance';
import { InstanceDetails } from './InstanceDetails';
import { LoadError } from './LoadError';
import { Overview } from './Overview';

const Answer = ({ response }: { response: EntityInstancesResponse }) => {
  const { entity } = useEntity();
  const view = useView(response.items);
  const { annotated, clusters, items, problem } = response;
  const connected = clusters.filter(c => c.state === 'connected').length;
  if (!annotated) {
    return (
      <Card>
        <CardBody>
          <NotAnnotated name={entity.metadata.name} />
        </CardBody>
      </Card>
    );
  }
  return (
    <>
      {items.length > 0 && <Overview items={items} view={view} />}
      <ClusterProblems clusters={clusters} problem={problem} />
      {view.shown.map(instance => (
        <InstanceDetails
          key={instance.id}
          instance={instance}
          open={view.isOpen(instance.id)}
          onToggle={open => view.toggle(instance.id, open)}
        />
      ))}
      {items.length === 0 && connected > 0 && (
        <Card>
          <CardBody>
            <NothingFound
              clusters={connected}
              partial={connected < clusters.length}
            />
          </CardBody>
        </Card>
      )}
    </>
  );
};

/** All instances of the entity on all clusters, the worst one open. */
export const InstancesTab = () => {
  const { value, error, loading, retry } = useEntityInstances();
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <LoadError error={error} retry={retry} />
        {loading && !value && (
          <div role="status" aria-label="Loading instances">
            <Flex direction="column" gap="3">
              <Skeleton height={24} width="40%" />
              <Skeleton height={120} width="100%" />
            </Flex>
          </div>
        )}
        {value && <Answer response={value} />}
      </Flex>
    </Container>
  );
};
