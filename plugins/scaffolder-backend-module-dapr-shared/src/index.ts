/**
 * Scaffolder actions that plan shared daprd and propose it by pull request.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDaprShared as default } from './module';
