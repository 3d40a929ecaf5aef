import type { ApiObject } from '../kube';
import { NAMESPACE, TOKEN_SECRET } from './apps';

/** What is on a cluster and in no repository. */
export function secretsByHand(): ApiObject[] {
  const { name, key } = TOKEN_SECRET;
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace: NAMESPACE },
      type: 'Opaque',
      data: { [key]: Buffer.from('sandbox').toString('base64') },
    },
  ];
}
