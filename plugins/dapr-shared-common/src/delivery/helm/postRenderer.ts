import type { OverlayChanges, Plan } from '../../plan';
import { withNamespace } from '../finalObjects';
import { kustomizePatches } from '../patches';
import type { DeliveryFile } from '../types';
import { yamlFile, yamlStream } from '../yamlFile';
import { POST_RENDERER_FILE } from './command';

const RENDERED = 'rendered.yaml';
const ADDED = 'objects.yaml';
const FOLDER = 'overlay';

const script = `#!/bin/sh
# Helm hands over what the chart renders and takes back what is to be applied:
# the same with the overlay put over it by kustomize.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$(dirname "$0")"/${FOLDER}/*.yaml "$folder"
cat > "$folder/${RENDERED}"
if command -v kustomize > /dev/null; then
  kustomize build "$folder"
else
  kubectl kustomize "$folder"
fi
`;

/** The overlay as a Helm post-renderer. */
export function postRenderer(
  plan: Plan,
  changes: OverlayChanges,
): DeliveryFile[] {
  const added = changes.added.map(object =>
    withNamespace(object, plan.target.namespace),
  );
  const objects = added.length > 0 ? [yamlStream(ADDED, added)] : [];
  const kustomization = yamlFile('kustomization.yaml', {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [RENDERED, ...objects.map(file => file.path)],
    patches: kustomizePatches(changes),
  });
  return [
    { path: POST_RENDERER_FILE, content: script },
    ...[kustomization, ...objects].map(({ path, content }) => ({
      path: `${FOLDER}/${path}`,
      content,
    })),
  ];
}
