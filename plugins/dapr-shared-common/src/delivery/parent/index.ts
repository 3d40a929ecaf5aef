export { addToKustomization } from './addEntry';
export {
  kustomizationNames,
  type ParentFolder,
  parentFolders,
} from './folders';
