import {
  type KubeObject,
  overlayReason,
} from 'backstage-plugin-dapr-shared-common';
import { stringify } from 'yaml';
import { fence, inline } from './markdown';
import type { PullRequestSubject } from './types';

type Made = PullRequestSubject['made'];

export function wiring({ wiring: { environment, patch } }: Made): string {
  if (environment.length === 0) return '';
  return `#### How the app finds it

Environment of the app's container; the app must not carry the annotation \`dapr.io/enabled\`.

${fence('yaml', stringify(environment))}

<details><summary>The same as a patch of the app's workload</summary>

${fence('yaml', patch)}

</details>`;
}

export function findings({ findings: found }: Made): string {
  const lines = found.map(({ code, severity, title, cause, fix, docs }) => {
    const name = docs ? `[${code}](${docs})` : code;
    return `- **${name}** ${severity}: ${inline(`${title}. ${cause}`)} **Fix:** ${inline(fix)}`; // prettier-ignore
  });
  return lines.length > 0 ? `#### Findings\n\n${lines.join('\n')}` : '';
}

export function overlay({ plan }: Made): string {
  const lines = plan.overlay.map(n => `- \`${n}\`: ${overlayReason(n)}`);
  return lines.length > 0
    ? `#### Beyond the chart's values\n\n${lines.join('\n')}`
    : '';
}

export function objects({ objects: made }: Made): string {
  const name = ({ kind, metadata }: KubeObject) =>
    `- ${kind} \`${metadata?.name}\``;
  return `<details><summary>${made.length} new objects</summary>

${made.map(name).join('\n')}

</details>`;
}
