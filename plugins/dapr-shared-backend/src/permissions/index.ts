export { inCluster, inNamespace, instanceResourceRef } from './rules';
