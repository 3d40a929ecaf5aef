import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import type { ReactNode } from 'react';
import {
  channelText,
  chartText,
  endpoints,
  replicasText,
} from '../model/words';
import styles from './styles.module.css';

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className={styles.fact}>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

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
      {instance.source && <Fact term="Source in Git">{instance.source}</Fact>}
    </dl>
  );
};
