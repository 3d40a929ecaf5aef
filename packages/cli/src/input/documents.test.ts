import { parseDocuments } from './documents';

const parse = (text: string, found = false) =>
  parseDocuments({ file: 'a.yaml', text, found });

const data = (text: string) => parse(text).documents.map(d => d.data);

describe('what a text holds', () => {
  it.each([
    ['a document', 'a: 1\n', [{ a: 1 }]],
    ['several documents', 'a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['JSON', '{"a": [1, true]}', [{ a: [1, true] }]],
    ['JSON indented by tabs', '{\n\t"a": 1\n}', [{ a: 1 }]],
    ['nothing', '', []],
    ['only comments', '# nothing\n', []],
    ['words of YAML 1.1', 'a: on\nb: no\n', [{ a: true, b: false }]],
    ['times as text', 'a: 2026-09-01T12:00:00Z\n', [{ a: '2026-09-01T12:00:00Z' }]], // prettier-ignore
    ['ports as text', 'a: 22:22\n', [{ a: '22:22' }]],
    ['merged maps', 'a: &a {b: 1}\nc:\n  <<: *a\n', [{ a: { b: 1 }, c: { b: 1 } }]], // prettier-ignore
  ])('is %s', (_, text, expected) => {
    expect(parse(text).problems).toEqual([]);
    expect(data(text)).toEqual(expected);
  });
});

describe('a text that cannot be read', () => {
  it.each([
    ['a: [1\nb: 2\n', 2, 'is not valid YAML: '],
    ['a: 1\na: 2\n', 2, 'is not valid YAML: Map keys must be unique'],
    ['a: *b\n', 1, 'is not valid YAML: an alias names no anchor'],
    ['a: 1\nb: {{ .Values.b }}\n', 2, 'is a template, not YAML.'],
    ['{{- if .Values.a }}\na: 1\n{{- end }}\n', 1, 'is a template, not YAML.'],
  ])('%j is told by its line', (text, line, message) => {
    const { documents, problems } = parse(text);
    expect(documents).toEqual([]);
    expect(problems).toMatchObject([{ file: 'a.yaml', line }]);
    expect(problems[0]?.message).toContain(message);
  });

  it.each([
    'shared:\n  daprd:\n    token: *s3cret-token\n',
    'shared:\n  daprd:\n    token: "s3cret-token\\q"\n',
    'shared:\n  daprd:\n    token: !s3cret-token x\n  a: [\n',
    'shared:\n  daprd: {token: s3cret-token\n  a: b\n',
  ])('%j does not give its token away', text => {
    const { problems } = parse(text);
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });

  it('is nobody’s concern where it was found in a folder and is not about Dapr', () => {
    expect(parse('a: [\n', true).problems).toEqual([]);
    expect(parse('a: [\n# daprd\n', true).problems).toHaveLength(1);
  });

  it('is no template where the braces are within a text', () => {
    expect(parse("a: '{{ x }}'\n").problems).toEqual([]);
  });
});

describe('the place of a key', () => {
  const text = 'a: 1\n---\nb:\n  c:\n    - d: 1\n    - e: 2\n';

  it.each<[(string | number)[], number, number]>([
    [[], 3, 1],
    [['b'], 3, 1],
    [['b', 'c'], 4, 3],
    [['b', 'c', 1], 6, 7],
    [['b', 'c', 1, 'e'], 6, 7],
    [['b', 'x', 'y'], 3, 1],
  ])('%j is line %i, column %i', (path, line, column) => {
    expect(parse(text).documents[1]?.locate(path)).toEqual({
      file: 'a.yaml',
      line,
      column,
    });
  });

  it('is found in JSON too', () => {
    const [document] = parse('{\n  "items": [\n    {"a": 1}\n  ]\n}').documents;
    expect(document?.locate(['items', 0])).toMatchObject({
      line: 3,
      column: 5,
    });
  });
});
