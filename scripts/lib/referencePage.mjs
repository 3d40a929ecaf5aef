/** The page docs/reference/values.md. */
export function referencePage({ valueKeys, defaultOf }, versions) {
  const documented = valueKeys.filter(key => !key.undocumented);
  const undocumented = valueKeys.filter(key => key.undocumented);
  const section = keys => table(keys, defaultOf, versions);
  return `<!-- Written by scripts/generate-reference.mjs; don't edit. -->

# Values of the chart

Every key of the values of \`dapr-shared-chart\` ${versions.join(', ')}: what it
takes, what it is when left out, and what goes wrong with it in practice. Keys
that are not here are ignored by the chart without a word.

The same table ships as a JSON Schema, \`schema/values.schema.json\` of the package
\`backstage-plugin-dapr-shared-common\`. It is stricter than the chart: it refuses
unknown keys, and values that render what cannot work. Two ways to use it:

- **In an editor** (anything with yaml-language-server, such as Visual Studio Code
  with its YAML extension): begin \`values.yaml\` with

  \`\`\`yaml
  # yaml-language-server: $schema=../node_modules/backstage-plugin-dapr-shared-common/schema/values.schema.json
  \`\`\`

  where the path, from the file itself, or an address leads to a copy of the schema.

- **In Helm**, as the \`values.schema.json\` the chart lacks: put a copy beside the
  \`Chart.yaml\` of the unpacked chart, or of a fork. \`helm template\`, \`install\`,
  \`upgrade\` and \`lint\` then name the key that is wrong:

  \`\`\`
  at '/shared': additional properties 'deamonset' not allowed
  \`\`\`

Code gets it from \`valuesJsonSchema(chartVersion)\`, and messages that say what to
write instead from \`validateValues(values)\`.

An empty default means that the text is empty.

## Under \`shared\`

${section(documented.filter(key => key.path.startsWith('shared.')))}

## At the root

${section(documented.filter(key => !key.path.startsWith('shared.')))}

## At the root, undocumented

The templates read them; the chart's own \`values.yaml\` does not name them.

${section(undocumented)}
`;
}

function table(keys, defaultOf, versions) {
  return [
    '| key | takes | default | what it is |',
    '|---|---|---|---|',
    ...keys.map(
      key =>
        `| \`${key.path}\` | ${takes(key)} | ${defaults(
          key,
          defaultOf,
          versions,
        )} | ${about(key)} |`,
    ),
  ].join('\n');
}

function about({ description, trap }) {
  return cell(trap ? `${description} **${trap}**` : description);
}

function takes({ type, required }) {
  return [
    cell(typeText(type)),
    ...(type.unit ? [type.unit] : []),
    ...(type.maxLength ? [`at most ${type.maxLength} characters`] : []),
    ...(required ? ['**required**'] : []),
  ].join(', ');
}

function typeText(type) {
  switch (type.kind) {
    case 'integer':
      return `whole number${range(type)}`;
    case 'boolean':
      return '`true`, `false`';
    case 'map':
      return 'map of texts';
    case 'object':
      return 'map, as in Kubernetes';
    case 'list':
      return 'list, as in Kubernetes';
    default:
      return type.enum
        ? type.enum.map(word => code(word)).join(', ')
        : type.form ?? 'text';
  }
}

function range({ minimum, maximum }) {
  if (maximum !== undefined) return ` ${minimum} to ${maximum}`;
  return minimum === undefined ? '' : ` from ${minimum}`;
}

/** One value, or where versions differ each with its versions. */
function defaults(key, defaultOf, versions) {
  const byValue = new Map();
  for (const version of versions) {
    const text = key.default === undefined ? '' : code(defaultOf(key, version));
    byValue.set(text, [...(byValue.get(text) ?? []), version]);
  }
  if (byValue.size === 1) return cell([...byValue.keys()][0]);
  return [...byValue]
    .map(([text, of]) => `${cell(text)} (${of.join(', ')})`)
    .join('<br>');
}

function code(value) {
  if (value === '') return 'empty';
  if (typeof value === 'object') return `\`${JSON.stringify(value)}\``;
  return `\`${value}\``;
}

function cell(text) {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
