/**
 * Newest patch the sandbox's registry has of each image, by minor. Source:
 * release tags of dapr/dapr and dapr/dapr-shared.
 */
const published: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  daprd: {
    '1.14': 5,
    '1.15': 7,
    '1.16': 19,
    '1.17': 13,
    '1.18': 3,
  },
  'dapr-shared': { '0.0': 16, '1.16': 0, '1.18': 0 },
};

const registries = ['docker.io/daprio', 'daprio', 'ghcr.io/dapr'];

/**
 * Whether an image can be pulled. Dapr's images have to be in a registry and
 * at a tag that exist; of any other image nothing is known, and it can.
 */
export function isPullable(image: string): boolean {
  const [, repository = '', tag = 'latest'] =
    /^(.*?)(?::([^/:@]*))?(?:@.*)?$/.exec(image) ?? [];
  const slash = repository.lastIndexOf('/');
  const tags = published[repository.slice(slash + 1)];
  if (!tags) return true;
  if (!registries.includes(repository.slice(0, slash))) return false;
  const [, minor = '', patch] = /^(\d+\.\d+)\.(\d+)(?:-\w+)?$/.exec(tag) ?? [];
  const newest = tags[minor];
  return tag === 'latest' || (newest !== undefined && Number(patch) <= newest);
}

/** Tag of an image without its flavour (`1.18.3-mariner` → `1.18.3`). */
export function versionOf(image: string): string | undefined {
  return /:(\d+\.\d+\.\d+)[^/]*$/.exec(image)?.[1];
}
