/** What `--help` prints. */
export const HELP = `Usage: dapr-shared check FILE… [options]

Finds every shared daprd in the files and says what is wrong with it.

FILE is any of these, told apart by its content; - is standard input:
  Helm values of the dapr-shared-chart, also inside a Flux HelmRelease or an
  Argo CD Application; rendered manifests; live objects (kubectl get -o yaml or
  json, lists too); a folder, searched for *.yaml, *.yml and *.json.

Options
  --fail-on SEVERITY   critical, high, medium, low, info or never; default high
  --format FORMAT      text, json or sarif; default text
  -h, --help           this text
  -v, --version        the version of this command

What the files do not say
  -n, --namespace NAME            default "default"
  --release NAME                  of the Helm release; default made of the app id
  --chart-version VERSION         of the chart that the values are for
  --dapr-version VERSION          tag of daprd's image where the values have none
  --control-plane-version VERSION of Dapr on the cluster
  --control-plane-namespace NAME  default "dapr-system"
  --trust-domain NAME             of the control plane
  --mtls                          the control plane has mTLS on
  --cluster-domain NAME           default "cluster.local"
  --nodes COUNT                   ready nodes of the cluster

Exit codes
  0  nothing at or above the severity of --fail-on
  1  findings at or above it
  2  wrong usage, or input that cannot be read

Examples
  dapr-shared check clusters/
  helm template orders dapr-shared-chart -f values.yaml | dapr-shared check -
  kubectl get daemonsets,deployments,pods,services,endpointslices,events \\
    -n shop -o json | dapr-shared check -
`;
