import { needsHooks, overlayChanges, type Plan } from '../../plan';
import { chartSource } from '../chartSource';
import { helm4Finding } from '../findings';
import { instanceFile } from '../instance';
import { isPlain } from '../patches';
import type { Delivery, DeliveryLayout } from '../types';
import { valuesFile } from '../values';
import { helmCommand, uninstallCommand } from './command';
import { postRenderer } from './postRenderer';

/** The command, and the files it reads. */
export function helmDelivery(plan: Plan, layout: DeliveryLayout): Delivery {
  const changes = overlayChanges(plan);
  const plain = isPlain(changes);
  const source = chartSource(plan, layout);
  const command = helmCommand(plan, source, !plain);
  const remove = uninstallCommand(plan, needsHooks(plan));
  const ours = [
    {
      path: 'install.sh',
      content: `#!/bin/sh
# Installs or upgrades it, on the cluster that kubectl points at.
# To remove it:
#   ${remove}
set -eu
cd "$(dirname "$0")"
${command}
`,
    },
    ...(plain ? [] : postRenderer(plan, changes)),
  ];
  return {
    files: [
      ...ours,
      valuesFile(plan),
      instanceFile(plan, 'helm', layout, ours),
    ],
    findings: plain ? [] : [helm4Finding()],
    command,
  };
}
