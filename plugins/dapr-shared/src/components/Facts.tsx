import { Link } from '@backstage/ui';
import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import type { ReactNode } from 'react';
import {
  channelText,
  chartText,
  endpoints,
  replicasText,
  splitSource,
} from '../model/words';
import styles from './styles.module.css';

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

/** The annotation is a hint that anybody may have written: a link only where it is a web address. */
const Source = ({ source }: { source: string }) => {
  const { repository, rest } = splitSource(source);
  return /^https?:\/\//.test(repository) ? (
    <>
      <Link href={repository} target="_blank" rel="noopener">
        {repository}
      </Link>
      {rest}
    </>
  ) : (
    <>{source}</>
  );
};

/** What is known of an instance, by term. */
export const Facts = ({ instance }: { instance: InstanceDto }) => {
  const { http, grpc } = endpoints(instance);
  return (
    <dl className={styles.facts}>
      <Fact term="Strategy">{replicasText(instance)}</Fact>
      <Fact term="App channel">{channelText(instance.appChannel)}</Fact>
      <Fact term="daprd">{instance.daprd?.version ?? 'not known'}</Fact>
      <Fact term="Chart">{chartText(instance)}</Fact>
      <Fact term="Cluster and namespace">
        {instance.cluster} / {instance.namespace}
      </Fact>
      <Fact term="Workload">
        {instance.workloads
          .map(({ kind, name }) => `${kind} ${name}`)
          .join(', ')}
      </Fact>
      <Fact term="Dapr HTTP endpoint for the app">
        <code>{http}</code>
      </Fact>
      <Fact term="Dapr gRPC endpoint for the app">
        <code>{grpc}</code>
      </Fact>
      {instance.source && (
        <Fact term="Source in Git">
          <Source source={instance.source} />
        </Fact>
      )}
    </dl>
  );
};
