import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { DaprSharedClient } from 'backstage-plugin-dapr-shared-common';
import { daprSharedApiRef } from './api';
import { isAnnotated } from './model/entities';
import { entityContentRouteRef, templateRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: daprSharedApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DaprSharedClient(deps),
    }),
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'content',
    filter: isAnnotated,
    loader: () =>
      import('./components/InstancesCard').then(m => <m.InstancesCard />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/dapr-shared',
    title: 'Dapr Shared',
    group: 'deployment',
    routeRef: entityContentRouteRef,
    // Also where nothing is annotated yet: there it says what to do.
    filter: { kind: 'component' },
    loader: () =>
      import('./components/InstancesTab').then(m => <m.InstancesTab />),
  },
});

const clusterPicker = FormFieldBlueprint.make({
  name: 'cluster-picker',
  params: { field: () => import('./fields').then(m => m.clusterPicker) },
});

const strategyPicker = FormFieldBlueprint.make({
  name: 'strategy-picker',
  params: { field: () => import('./fields').then(m => m.strategyPicker) },
});

/**
 * The frontend plugin: an entity card, an entity tab, and form fields for
 * software templates.
 *
 * @public
 */
export const daprSharedPlugin = createFrontendPlugin({
  pluginId: 'dapr-shared',
  routes: { entityContent: entityContentRouteRef },
  externalRoutes: { template: templateRouteRef },
  extensions: [api, entityCard, entityContent, clusterPicker, strategyPicker],
});
