import type { ReadResult } from 'backstage-plugin-dapr-shared-node';
import { listAll } from './list';

const page = (items: unknown[], token?: string): ReadResult => ({
  ok: true,
  body: { kind: 'PodList', metadata: { continue: token }, items },
});
const refused = (status: number): ReadResult => ({
  ok: false,
  failure: { state: 'unreachable', message: 'no', status },
});
const pod = (name: string) => ({ metadata: { name } });

/** Lists pods from answers given in turn; the last one is given for ever. */
async function listFrom(
  answers: ReadResult[],
  query: Record<string, string> = {},
) {
  const asked: URL[] = [];
  const result = await listAll(
    async path => {
      asked.push(new URL(path, 'http://cluster'));
      return answers[Math.min(asked.length, answers.length) - 1] ?? page([]);
    },
    '/api/v1/pods',
    'Pod',
    query,
  );
  const names = result.ok
    ? result.items.map(item => item.metadata?.name)
    : undefined;
  return { result, names, asked };
}

describe('listAll', () => {
  it('follows the token from page to page', async () => {
    const { names, asked } = await listFrom(
      [page([pod('a')], 'to b'), page([], 'to c'), page([pod('c')])],
      { labelSelector: 'app in (x,y)' },
    );
    expect(names).toEqual(['a', 'c']);
    expect(asked.map(url => url.searchParams.get('continue'))).toEqual([null, 'to b', 'to c']); // prettier-ignore
    for (const url of asked) {
      expect(url.pathname).toBe('/api/v1/pods');
      expect(url.searchParams.get('limit')).toBe('500');
      expect(url.searchParams.get('labelSelector')).toBe('app in (x,y)');
    }
  });

  it('names the kind of each item, which a list leaves out', async () => {
    const { result } = await listFrom([page([pod('a')])]);
    expect(result).toMatchObject({ items: [{ kind: 'Pod' }] });
  });

  it('starts anew when a token has expired', async () => {
    const { names, asked } = await listFrom([
      page([pod('old')], 'next'),
      refused(410),
      page([pod('a')], 'next'),
      page([pod('b')]),
    ]);
    expect(names).toEqual(['a', 'b']);
    expect(asked[2]?.searchParams.get('continue')).toBeNull();
  });

  it('gives up a list whose tokens keep expiring', async () => {
    const { result, asked } = await listFrom([refused(410)]);
    expect(result).toEqual(refused(410));
    expect(asked).toHaveLength(3);
  });

  it('ends with the failure of any page', async () => {
    const { result } = await listFrom([page([pod('a')], 'next'), refused(503)]);
    expect(result).toEqual(refused(503));
  });

  it('skips and counts what is no object', async () => {
    const { result, names } = await listFrom([
      page([pod('a'), null, 'b', [pod('c')], 7, pod('d')]),
    ]);
    expect(names).toEqual(['a', 'd']);
    expect(result).toMatchObject({ skipped: 4 });
  });

  it('takes a null list for an empty one', async () => {
    const { names } = await listFrom([
      { ok: true, body: { kind: 'PodList', items: null } },
    ]);
    expect(names).toEqual([]);
  });

  it.each([[null], [{}], ['<html>'], [{ kind: 'Status' }], [{ items: {} }]])(
    'does not take %j for an empty cluster',
    async body => {
      const { result } = await listFrom([{ ok: true, body }]);
      expect(result).toMatchObject({
        ok: false,
        failure: {
          state: 'unreachable',
          message: expect.stringContaining('no list of Pods'),
        },
      });
    },
  );

  it('gives up a list that never ends', async () => {
    const { result } = await listFrom([page([], 'more')]);
    expect(result).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('does not end') },
    });
  });
});
