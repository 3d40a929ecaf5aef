import { type Stage, stages } from '../reconcile';

/** A line of daprd's, before it is written. */
export interface Line {
  /** Since the start of daprd, in milliseconds. */
  ms: number;
  level: 'info' | 'warning' | 'error' | 'fatal';
  scope: string;
  msg: string;
}

/** What daprd's lines say of itself. */
export interface About {
  version: string;
  appId: string;
  port: string;
  protocol: string;
}

/**
 * What daprd writes in each stage of its start, cut to the lines that tell
 * where it is. Source: logs of daprd 1.18.1 on Kubernetes.
 */
const steps: Readonly<
  Record<Stage, (about: About) => readonly [ms: number, scope: string, msg: string][]> // prettier-ignore
> = {
  arguments: () => [],
  start: ({ version }) => [
    [0, '', `Starting Dapr Runtime -- version ${version} -- commit `],
    [0, '', 'Log level set to: info'],
    [1, '.security', 'Running in Kubernetes environment as user 65532'],
  ],
  identity: () => [[1, '.security', 'Fetching initial identity']],
  operator: () => [
    [12, '.security', 'Security is initialized successfully'],
    [12, '', 'Initializing the operator client'],
  ],
  configuration: () => [[18, '', 'loading default configuration']],
  components: ({ appId }) => [
    [24, '', 'kubernetes mode configured'],
    [24, '', `app id: ${appId}`],
    [24, '', 'Initialized name resolution to kubernetes'],
    [25, '', 'Loading components…'],
    [25, '', 'metrics server started on 0.0.0.0:9090/'],
    [26, '', 'Waiting for all outstanding components to be processed…'],
    [27, '.processor', 'Component loaded: kubernetes (secretstores.kubernetes/v1)'], // prettier-ignore
  ],
  app: ({ port, protocol }) => [
    [28, '', 'All outstanding components processed'],
    [28, '', 'Loading endpoints…'],
    [29, '', 'Loading Declarative Subscriptions…'],
    [30, '.grpc.api', 'gRPC server listening on TCP address: 0.0.0.0:50001'],
    [30, '', 'API gRPC server is running on port 50001'],
    [31, '.http', 'HTTP server listening on TCP address: 0.0.0.0:3500'],
    [31, '', 'HTTP server is running on port 3500'],
    [31, '', 'Internal gRPC server is running on 0.0.0.0:50002'],
    [32, '.actor', 'Actor runtime started'],
    [32, '.wfengine', 'Workflow engine started'],
    ...(port === '0'
      ? []
      : [
          [33, '', `application protocol: ${protocol}. waiting on port ${port}.  This will block until the app is listening on that port.`] satisfies [number, string, string], // prettier-ignore
        ]),
  ],
  running: ({ port }) => [
    ...(port === '0'
      ? []
      : [
          [34, '', `application discovered on port ${port}`] satisfies [number, string, string], // prettier-ignore
        ]),
    [36, '', 'Application configuration loaded'],
    [42, '', 'dapr initialized. Status: Running. Init Elapsed 15ms'],
  ],
};

/** The lines of a daprd that comes as far as a stage. */
export function linesUpTo(stage: Stage, about: About): Line[] {
  return stages
    .slice(0, stages.indexOf(stage) + 1)
    .flatMap(name => steps[name](about))
    .map(([ms, scope, msg]) => ({
      ms,
      level: 'info',
      scope: `dapr.runtime${scope}`,
      msg,
    }));
}
