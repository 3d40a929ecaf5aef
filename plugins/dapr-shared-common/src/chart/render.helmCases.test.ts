import { readFileSync } from 'fs';
import { join } from 'path';
import { applyPatch, type Operation } from 'rfc6902';
import { render, RenderError, type RenderInput } from '.';
import { at } from '../objects';

/**
 * Values that are odd, rendered by Helm. How they were had stands in
 * `__fixtures__/README.md`.
 */
interface HelmCase {
  name: string;
  input: RenderInput;
  /** What Helm said where it refused. */
  error?: string;
  /** RFC 6902: from what the same release renders with plain values. */
  changes?: Operation[];
}

const cases: HelmCase[] = JSON.parse(
  readFileSync(join(__dirname, '__fixtures__', 'helm-cases.json'), 'utf8'),
);

const strategies = ['daemonset', 'deployment'];

/** The same release with values nothing is odd about; the golden set proves it. */
function plain({ chartVersion, values }: RenderInput): unknown {
  const strategy = at(values, 'shared', 'strategy');
  return render({
    chartVersion,
    releaseName: 'orders',
    namespace: 'shop',
    values: {
      shared: {
        appId: 'orders',
        remotePort: 8080,
        remoteURL: 'orders.shop',
        strategy: strategies.find(known => known === strategy) ?? 'daemonset',
      },
    },
  });
}

/** As JSON: what is `undefined` in ours is absent in Helm's. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('render does with odd values what Helm does', () => {
  it.each(cases.filter(({ error }) => error === undefined))(
    '$name',
    ({ input, changes = [] }) => {
      const expected = json(plain(input));
      expect(applyPatch(expected, changes).filter(Boolean)).toEqual([]);
      expect(json(render(input))).toEqual(expected);
    },
  );

  it.each(cases.filter(({ error }) => error !== undefined))(
    '$name: refused',
    ({ input }) => {
      expect(() => render(input)).toThrow(RenderError);
    },
  );
});
