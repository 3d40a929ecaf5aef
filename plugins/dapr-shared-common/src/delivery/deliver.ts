import type { Plan } from '../plan';
import { argocdDelivery } from './argocd';
import { fluxDelivery } from './flux';
import { helmDelivery } from './helm';
import { manifestsDelivery } from './manifests';
import { refuseSecrets } from './secrets';
import type { Delivery, DeliveryKind, DeliveryLayout } from './types';

const deliveries: Record<
  DeliveryKind,
  (plan: Plan, layout: DeliveryLayout) => Delivery
> = {
  flux: (plan, layout) => ({ files: fluxDelivery(plan, layout), findings: [] }),
  argocd: argocdDelivery,
  manifests: manifestsDelivery,
  helm: helmDelivery,
};

/** The ways to a cluster that there are. @public */
export const deliveryKinds: readonly DeliveryKind[] = [
  'flux',
  'argocd',
  'manifests',
  'helm',
];

/**
 * The files by which a plan reaches its cluster, relative to the instance's
 * folder. The same input gives the same bytes.
 *
 * @throws InputError where a file would hold a token, or the chart's address is not understood
 * @public
 */
export function deliver(
  kind: DeliveryKind,
  plan: Plan,
  layout: DeliveryLayout,
): Delivery {
  refuseSecrets(plan);
  return deliveries[kind](plan, layout);
}
