import { renderValues } from '..';

const good = { appId: 'orders', remoteURL: 'orders.shop', remotePort: 8080 };

const rendered = (shared: Record<string, unknown>, chartVersion?: string) =>
  renderValues({
    values: { shared },
    releaseName: 'orders',
    namespace: 'shop',
    chartVersion,
  });

const codes = (shared: Record<string, unknown>, chartVersion?: string) =>
  rendered(shared, chartVersion).findings.map(({ path, finding }) => [
    finding.code,
    path,
  ]);

describe('renderValues', () => {
  it('finds nothing in values that are right, and renders them without hooks', () => {
    const { objects, chartVersion, findings } = rendered(good);
    expect(findings).toEqual([]);
    expect(chartVersion).toBe('1.16.0');
    const kinds = objects.map(({ kind }) => kind);
    expect(kinds).toContain('DaemonSet');
    expect(kinds).not.toContain('Pod');
  });

  it.each<[string, Record<string, unknown>, [string, string | undefined][]]>([
    ['a key that is not known', { ...good, stratgy: 'daemonset' }, [['DS155', 'shared.stratgy']]], // prettier-ignore
    ['a strategy that is none', { ...good, strategy: 'statefulset' }, [['DS157', 'shared.strategy']]], // prettier-ignore
    ['a number in quotes', { ...good, remotePort: '8080' }, [['DS157', 'shared.remotePort']]], // prettier-ignore
    ['no app id', { ...good, appId: undefined }, [['DS157', 'shared.appId'], ['DS158', undefined]]], // prettier-ignore
  ])('names %s', (_, shared, expected) => {
    expect(codes(shared)).toEqual(expected);
  });

  it('says that a key is missing, not that it is misread', () => {
    const [found] = rendered({ ...good, appId: undefined }).findings;
    expect(found?.finding.title).toBe('shared.appId is missing');
  });

  it('names the nearest key', () => {
    const [found] = rendered({ ...good, stratgy: 'x' }).findings;
    expect(found?.finding.cause).toContain('did you mean shared.strategy?');
  });

  it.each([
    ['1.16.4', '1.16.0', []],
    ['1.17.0', '1.16.0', [['DS552', undefined]]],
    ['0.0.3', '1.16.0', [['DS551', undefined]]],
  ])('takes chart %s for %s', (asked, taken, expected) => {
    expect(rendered(good, asked).chartVersion).toBe(taken);
    expect(codes(good, asked)).toEqual(expected);
  });

  it('does not repeat a token', () => {
    const { findings } = rendered({ ...good, daprd: { token: 12345678 } });
    expect(findings).not.toEqual([]);
    expect(JSON.stringify(findings)).not.toContain('12345678');
  });
});
