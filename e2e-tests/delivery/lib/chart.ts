import { join } from 'node:path';
import { type Plan, render } from 'backstage-plugin-dapr-shared-common';
import { stringify } from 'yaml';
import { newFolder, write } from './checkout';

/** Name of the ConfigMap in which a stand-in chart tells what Helm gave it. */
export const SEEN = 'seen-by-helm';

const seen = `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${SEEN}
data:
  release: {{ .Release.Name | quote }}
  namespace: {{ .Release.Namespace | quote }}
  values: {{ toJson .Values | quote }}
`;

/**
 * A chart that stands in for the official one, whose registry cannot be
 * assumed to be reachable: it prints the objects that the official chart
 * renders for this plan, hooks included (that `render` knows them is proven by
 * the golden set), and the values it was given.
 *
 * @returns its folder
 */
export function standInChart(plan: Plan): string {
  const folder = newFolder();
  const objects = render({
    chartVersion: plan.chart.version,
    releaseName: plan.releaseName,
    namespace: plan.target.namespace,
    values: plan.values.data,
  });
  const options = { version: '1.1', aliasDuplicateObjects: false } as const;
  write(
    folder,
    {
      path: 'Chart.yaml',
      content: stringify({
        apiVersion: 'v2',
        name: plan.chart.name,
        version: plan.chart.version,
      }),
    },
    {
      path: 'rendered.yaml',
      content: objects.map(o => stringify(o, options)).join('---\n'),
    },
    // As a file, so that nothing in it is taken for a template.
    {
      path: join('templates', 'rendered.yaml'),
      content: '{{ .Files.Get "rendered.yaml" }}',
    },
    { path: join('templates', 'seen.yaml'), content: seen },
  );
  return folder;
}
