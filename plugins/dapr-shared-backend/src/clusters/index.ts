export { KubernetesPluginReader } from './kubernetesPluginReader';
