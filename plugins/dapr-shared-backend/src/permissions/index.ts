export {
  inCluster,
  inNamespace,
  type InstanceResource,
  instanceResourceRef,
} from './rules';
