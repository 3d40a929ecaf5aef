import { keepOrder } from './order';

const items = (...ids: string[]) => ids.map(id => ({ id }));
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

describe('keepOrder', () => {
  it.each([
    ['keeps the given order at first', [], ['b', 'a'], ['b', 'a']],
    ['keeps what was seen where it was', ['a', 'b'], ['b', 'a'], ['a', 'b']],
    ['puts what is new at the end', ['b'], ['a', 'b', 'c'], ['b', 'a', 'c']],
    ['forgets what is gone', ['a', 'b', 'c'], ['c', 'a'], ['a', 'c']],
  ])('%s', (_, previous, now, expected) => {
    expect(ids(keepOrder(previous, items(...now)))).toEqual(expected);
  });
});
