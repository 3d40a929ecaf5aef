import { overlaySchema } from './overlaySchema';
import { flag, type InputSchema, map, only, text, whole } from './schema';

const address: InputSchema = { pattern: '^[^\\s\\p{Cc}]+$' };

/** Becomes an argument of git and part of a path: no option, and no way up. */
const words: InputSchema = {
  pattern: '^(?!.*\\.\\.)[A-Za-z0-9][-A-Za-z0-9._/+]*$',
};

const chartSource: InputSchema = {
  description: 'A mirror of the chart. Default the official OCI address.',
  anyOf: [
    map(
      'An OCI repository.',
      {
        kind: only('oci'),
        url: text("Address with the chart's name, without a tag.", address),
      },
      ['kind', 'url'],
    ),
    map(
      'A folder of a Git repository.',
      {
        kind: only('git'),
        url: text('Address of the repository.', address),
        ref: text('Branch, tag or commit.', words),
        path: text('Folder of the chart, from the root.', words),
      },
      ['kind', 'url', 'ref', 'path'],
    ),
  ],
};

const images = map('Where images come from. Default Docker Hub.', {
  registry: text(
    'Registry and path of both images, for example registry.example/daprio.',
  ),
  initContainer: map("An init container's image of one's own.", {
    registry: text('Registry and path.'),
    name: text('Name of the image.'),
    tag: text('Tag of the image.'),
  }),
  pullSecrets: {
    type: 'array',
    description: "Names of Secrets in the app's namespace.",
    items: text('Name of a Secret.'),
  },
});

/**
 * {@link PlanRequestDto} as JSON Schema: what forms, actions and the HTTP API
 * take.
 *
 * @public
 */
export const planRequestSchema: InputSchema & {
  required: string[];
  properties: { [name: string]: InputSchema };
} = {
  type: 'object',
  required: ['gitops', 'cluster', 'namespace', 'appId', 'port'],
  properties: {
    gitops: text('Name of a GitOps repository of daprShared.gitops.'),
    cluster: text('Cluster to run on, one that the repository serves.'),
    namespace: text('Namespace of the app.'),
    appId: text('Dapr app id: lower-case letters, digits and "-", at most 58.'),
    host: text(
      'Host at which daprd reaches the app, not a URL. Default: the Service named like the app id.',
    ),
    port: whole(
      "Port of the app's Service; 0 for an app that is never called.",
    ),
    protocol: text('What the app speaks. Default http.', {
      enum: ['http', 'https', 'grpc', 'grpcs', 'h2c'],
    }),
    scaleToZero: flag('The app may have no pod for any time. Default false.'),
    strategy: text(
      "daemonset: one daprd per node. deployment: as many as replicas says. Default: the policy's.",
      { enum: ['daemonset', 'deployment'] },
    ),
    replicas: whole('For strategy deployment. Default 1.'),
    runtimeVersion: text(
      "Dapr runtime version. Default: that of the cluster's control plane.",
    ),
    entityRef: text(
      'Component it belongs to, as an entity ref. Policy for its owners applies.',
    ),
    owner: text(
      'Entity ref of who will own the component, for policy, where the catalog does not know it yet.',
    ),
    chart: map('Which release of the chart, and from where.', {
      version: text('Default the newest that plans were checked with.'),
      source: chartSource,
    }),
    images,
    serviceAccount: text(
      'A ServiceAccount that is there already. Default: the chart makes one.',
    ),
    configuration: text("A Dapr Configuration of the app's namespace."),
    overlay: overlaySchema,
    values: {
      type: 'object',
      description: 'Helm values that win over what the plan would write.',
    },
    workload: {
      type: 'object',
      description:
        "The app's workload as a Kubernetes object, for the patch that wires it. Default: a Deployment called like the app id.",
    },
    container: text(
      'Container of the workload that calls Dapr. Default the first.',
    ),
  },
};
