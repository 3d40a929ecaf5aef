/** The TypeScript type of the chart's values, from the table of its keys. */
export function valuesType(keys) {
  return [
    "// Written by scripts/generate-reference.mjs from the table in keys/; don't edit.",
    '',
    '/**',
    ' * Values of the chart, as `validateValues` accepts them.',
    ' *',
    ' * @public',
    ' */',
    `export interface ChartValues ${members(tree(keys))}`,
    '',
  ].join('\n');
}

function tree(keys) {
  const root = new Map();
  for (const key of keys) {
    const names = key.path.split('.');
    const last = names.pop();
    let node = root;
    for (const name of names) {
      if (!node.has(name)) node.set(name, new Map());
      node = node.get(name);
    }
    node.set(last, key);
  }
  return root;
}

function members(node) {
  const lines = [...node].map(([name, entry]) =>
    entry instanceof Map
      ? `${name}${hasRequired(entry) ? '' : '?'}: ${members(entry)};`
      : `/** ${entry.description} */\n${name}${
          entry.required ? '' : '?'
        }: ${typeOf(entry.type)};`,
  );
  return `{\n${lines.join('\n')}\n}`;
}

function hasRequired(node) {
  return [...node.values()].some(entry =>
    entry instanceof Map ? hasRequired(entry) : entry.required,
  );
}

function typeOf(type) {
  switch (type.kind) {
    case 'integer':
      return 'number';
    case 'string':
      return type.enum
        ? type.enum.map(word => `'${word}'`).join(' | ')
        : 'string';
    case 'map':
      return 'Record<string, string>';
    case 'object':
      return 'Record<string, unknown>';
    case 'list':
      return 'Record<string, unknown>[]';
    default:
      return type.kind;
  }
}
