import * as codes from '../../codes/runtime';
import type { Cause } from '../cause';
import type { Circumstances } from '../circumstances';
import type { PodView } from '../podView';
import { asArray, asString, at } from '../../../objects';

const REASONS = new Set([
  'ImagePullBackOff',
  'ErrImagePull',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
]);

interface Answer {
  pattern: RegExp;
  cause(image: string, said: string, init: boolean): Cause;
}

/** What registries and container runtimes say, the most telling first. */
const answers: readonly Answer[] = [
  {
    pattern: /no match for platform|no matching manifest|exec format error/i,
    cause: image => ({
      code: codes.wrongPlatform,
      cause: `Image ${image} is not made for the node's processor.`,
    }),
  },
  {
    pattern: /toomanyrequests|\b429\b|rate limit/i,
    cause: image => ({
      code: codes.imageRateLimited,
      cause: `The registry limits the rate of pulls of ${image}.`,
    }),
  },
  {
    pattern:
      /no such host|i\/o timeout|connection refused|x509|TLS handshake|no route to host|deadline exceeded|server gave HTTP response/i,
    cause: (image, said, init) => ({
      code: codes.registryUnreachable,
      cause: `The nodes cannot reach the registry of ${image}: ${detail(
        said,
      )}.`,
      fix: `Set ${key(init)}.registry to a registry that the nodes reach and trust.`, // prettier-ignore
    }),
  },
  {
    // Docker Hub says of an unknown repository that access is denied.
    pattern:
      /unauthorized|authentication required|access denied|denied|forbidden|\b401\b|\b403\b/i,
    cause: image => ({
      code: codes.imageRefused,
      cause: `The registry refuses image ${image}: it is private, or does not exist.`,
      fix: 'Name a Secret with credentials for that registry in imagePullSecrets, or correct the name of the image.',
    }),
  },
  {
    pattern: /not found|manifest unknown|does not exist|name unknown/i,
    cause: (image, _, init) => ({
      code: codes.imageNotFound,
      cause: `Image ${image} does not exist.`,
      fix: `Set ${key(init)}.tag to a tag that the registry has${
        init ? '' : ', for example that of the control plane'
      }.`,
    }),
  },
];

/** A container whose image is not had; what the registry said is in its message or in an event. */
export function imageCause(
  { trouble, warnings }: PodView,
  { workload }: Circumstances,
): Cause | undefined {
  if (!trouble || !REASONS.has(trouble.reason)) return undefined;
  const said = [
    trouble.message ?? '',
    ...warnings
      .filter(({ reason }) => /^(Failed|InspectFailed|BackOff)$/.test(reason))
      .map(({ message }) => message),
  ];
  const init = trouble.init === true;
  const image =
    said
      .map(line => /image(?: tag)? "([^"]+)"/.exec(line)?.[1])
      .find(Boolean) ??
    imageOf(workload.object, trouble.container) ??
    `of ${trouble.container}`;
  const seen = `${trouble.container}: ${trouble.reason}`;
  if (trouble.reason === 'InvalidImageName') {
    return {
      code: codes.imageNotFound,
      cause: `${image} is not the name of an image.`,
      fix: `Correct ${key(init)}.registry, name and tag.`,
      evidence: said[0] || seen,
    };
  }
  if (trouble.reason === 'ErrImageNeverPull') {
    return {
      code: codes.imagePull,
      cause: `Image ${image} is not on the node, and may not be pulled.`,
      fix: 'Set shared.daprd.image.pullPolicy: IfNotPresent.',
      evidence: said[0] || seen,
    };
  }
  for (const { pattern, cause } of answers) {
    const line = said.find(text => pattern.test(text));
    if (line) return { evidence: line, ...cause(image, line, init) };
  }
  return {
    code: codes.imagePull,
    cause: `Image ${image} cannot be pulled: it does not exist, or the nodes may not have it.`,
    fix: `Check that ${key(
      init,
    )} names an image that exists and that the nodes may pull: kubectl describe pod shows what the registry said.`,
    evidence: said[0] || seen,
  };
}

/** The group of values that names the image. */
function key(init: boolean): string {
  return init ? 'shared.initContainer.image' : 'shared.daprd.image';
}

/** The part of a message that says what went wrong. */
function detail(said: string): string {
  return (
    /no such host|i\/o timeout|connection refused|x509: [^:"]*|TLS handshake[\w ]*|no route to host|deadline exceeded|server gave HTTP response/i.exec(said)?.[0].trim() ?? '' // prettier-ignore
  );
}

function imageOf(workload: unknown, container?: string): string | undefined {
  const pod = at(workload, 'spec', 'template', 'spec');
  const found = [
    ...asArray(at(pod, 'initContainers')),
    ...asArray(at(pod, 'containers')),
  ].find(c => at(c, 'name') === container);
  return asString(at(found, 'image'));
}
