import { InputError } from '@backstage/errors';
import type { Repository } from '../git';
import { type ApiObject, toApiObject } from '../kube';
import { releaseObjects } from './helmRelease';
import { kustomize } from './kustomization';
import { readObjects } from './yaml';

/** A folder that is applied to a cluster as a whole. */
export interface Source {
  path: string;
  cluster: string;
  /** @throws InputError where the folder cannot be applied */
  objects(): Promise<ApiObject[]>;
}

/** Helm and source objects, which stay with the GitOps tool. */
const OF_FLUX = new Set(['HelmRelease', 'OCIRepository']);

/** Folders of a commit with something to apply: `clusters/…` by kustomization, `deploy/…` plain. */
export async function sourcesOf(
  git: Repository,
  commit: string,
): Promise<Source[]> {
  const files = (await git.list(commit, '', { recursive: true })) ?? [];
  const sources = new Map<string, Source>();
  const contents = await git.readAll(commit, files.map(file => file.path)); // prettier-ignore
  const read = async (path: string) => contents.get(path)?.toString();
  for (const { path } of files) {
    const [, folder, cluster] = /^(clusters\/([^/]+)\/.+)\/kustomization\.yaml$/.exec(path) ?? []; // prettier-ignore
    if (folder && cluster) {
      sources.set(folder, {
        path: folder,
        cluster,
        objects: () => kustomized(folder, read),
      });
    }
    const [, plain, target] = /^(deploy\/([^/]+))\/[^/]+\.ya?ml$/.exec(path) ?? []; // prettier-ignore
    if (plain && target && !sources.has(plain)) {
      const manifests = files
        .map(file => file.path)
        .filter(file => file.startsWith(`${plain}/`) && /\.ya?ml$/.test(file));
      sources.set(plain, {
        path: plain,
        cluster: target,
        objects: async () =>
          (await Promise.all(manifests.map(file => manifest(file, read)))).flat(), // prettier-ignore
      });
    }
  }
  return [...sources.values()];
}

type Read = (path: string) => Promise<string | undefined>;

async function kustomized(folder: string, read: Read): Promise<ApiObject[]> {
  const content = (await read(`${folder}/kustomization.yaml`)) ?? '';
  const result = await kustomize(content, name => read(`${folder}/${name}`));
  return result.objects
    .flatMap(object => {
      if (object.kind === 'HelmRelease') return releaseObjects(object, result);
      return OF_FLUX.has(object.kind ?? '') ? [] : [object];
    })
    .map(object => toApiObject(object, folder));
}

async function manifest(file: string, read: Read): Promise<ApiObject[]> {
  const content = await read(file);
  if (content === undefined) throw new InputError(`${file} is gone.`);
  return readObjects(file, content).map(object => toApiObject(object, file));
}
