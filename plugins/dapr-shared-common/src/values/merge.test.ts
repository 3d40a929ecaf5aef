import { setPath, type Values } from '.';

describe('setPath', () => {
  it('makes the maps on the way', () => {
    const values: Values = { shared: { log: { json: true } } };
    setPath(values, 'shared.log.level', 'debug');
    setPath(values, 'shared.daprd.token', '');
    expect(values).toEqual({
      shared: { log: { json: true, level: 'debug' }, daprd: { token: '' } },
    });
  });

  it('never reaches what all objects share', () => {
    setPath({}, '__proto__.reached', true);
    expect(Reflect.get({}, 'reached')).toBeUndefined();
  });
});
