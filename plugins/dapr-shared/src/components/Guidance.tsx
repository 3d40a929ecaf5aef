import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import { templateRouteRef } from '../routes';
import styles from './styles.module.css';

const TemplateLink = () => {
  const template = useRouteRef(templateRouteRef);
  const href = template?.({
    namespace: 'default',
    templateName: 'dapr-shared-service',
  });
  return href ? (
    <div>
      <ButtonLink href={href} variant="secondary">
        New service with Dapr Shared…
      </ButtonLink>
    </div>
  ) : null;
};

/** For an entity that names no app id: what to write, and how to get an instance. */
export const NotAnnotated = ({ name }: { name: string }) => (
  <Flex direction="column" gap="3">
    <Text as="p">
      This entity names no Dapr app id. Add this to its catalog-info.yaml to see
      the shared daprd of its app here:
    </Text>
    <pre className={styles.code}>
      {`metadata:\n  annotations:\n    dapr.io/app-id: <namespace>/${name}`}
    </pre>
    <TemplateLink />
  </Flex>
);

/** For an entity whose app id no cluster has. */
export const NothingFound = ({
  clusters,
  partial,
}: {
  clusters: number;
  partial: boolean;
}) => (
  <Flex direction="column" gap="3">
    <Text as="p">
      {partial
        ? 'No instance was found on the clusters that could be read.'
        : `No instance of this entity's app id runs on ${
            clusters === 1 ? 'the cluster' : `any of the ${clusters} clusters`
          }.`}{' '}
      After a pull request is merged it takes a minute or two until it appears
      here.
    </Text>
    <TemplateLink />
  </Flex>
);
