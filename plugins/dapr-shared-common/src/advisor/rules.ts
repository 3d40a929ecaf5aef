import { scalesToZero } from './caveats';
import { countDaprd } from './counts';
import type { AdviceInput, HostingStrategy } from './types';

interface Rule {
  for: HostingStrategy;
  when: (input: AdviceInput) => boolean;
  says: (input: AdviceInput) => string;
}

/**
 * What speaks for a way of hosting, the strongest first: the first rule that
 * holds decides, later ones for the same strategy are further reasons.
 */
const rules: readonly Rule[] = [
  {
    for: 'daemonset',
    when: input => scalesToZero(input) && input.nodeLocal === true,
    says: () =>
      'The app scales to zero, which a sidecar does not outlive, and its calls should stay on the node.',
  },
  {
    for: 'deployment',
    when: scalesToZero,
    says: () => 'The app scales to zero, which a sidecar does not outlive.',
  },
  {
    for: 'sidecar',
    when: ({ isolation }) => isolation === true,
    says: () =>
      'A sidecar listens inside its pod alone: no other pod reaches this app’s Dapr API.',
  },
  {
    for: 'sidecar',
    when: ({ actors }) => actors === true,
    says: () =>
      'Actors keep their place: a sidecar calls the app pod that it belongs to.',
  },
  {
    for: 'sidecar',
    when: ({ workflows }) => workflows === true,
    says: () =>
      'Workflows need no further feature with sidecars, however many pods run.',
  },
  {
    for: 'sidecar',
    when: ({ latencySensitive }) => latencySensitive === true,
    says: () =>
      'Latency counts, and between an app and its sidecar there is no network hop.',
  },
  {
    for: 'daemonset',
    when: ({ nodeLocal }) => nodeLocal === true,
    says: () => 'Calls to daprd should stay on the node.',
  },
  {
    for: 'deployment',
    when: input => saved(input) > 0,
    says: input =>
      `It runs ${saved(
        input,
      )} daprd fewer than sidecars would at the app’s full size.`,
  },
  {
    for: 'sidecar',
    when: input => input.appPods !== undefined && saved(input) <= 0,
    says: () =>
      'A shared daprd would save nothing: the app has no more pods than a Deployment would have replicas.',
  },
  {
    for: 'sidecar',
    when: ({ appPods }) => appPods === undefined,
    says: () =>
      'Nothing that is known speaks for a shared daprd, and how many pods the app has is not known.',
  },
];

/** The strategy that the first rule names, and all that speaks for it. */
export function decide(input: AdviceInput): {
  recommended: HostingStrategy;
  reasons: string[];
} {
  const holding = rules.filter(rule => rule.when(input));
  const recommended = holding[0]?.for ?? 'sidecar';
  return {
    recommended,
    reasons: holding
      .filter(rule => rule.for === recommended)
      .map(rule => rule.says(input)),
  };
}

/** How many daprd a Deployment spares, at the most app pods. */
function saved(input: AdviceInput): number {
  const sidecars = countDaprd('sidecar', input).daprds?.max ?? 0;
  const replicas = countDaprd('deployment', input).daprds?.max ?? 0;
  return sidecars - replicas;
}
