import { unknownFlag } from './daprdFlags';
import { isPullable } from './images';

describe('isPullable', () => {
  it.each([
    ['docker.io/daprio/daprd:1.18.3', true],
    ['docker.io/daprio/daprd:1.18.3-mariner', true],
    ['daprio/daprd:1.17.0', true],
    ['docker.io/daprio/dapr-shared:0.0.15', true],
    ['docker.io/daprio/daprd:1.18.4', false],
    ['docker.io/daprio/daprd:', false],
    ['docker.io/dapr/daprd:1.18.3', false],
    ['registry.example:5000/shop/orders:1.4.0', true],
  ])('%s: %s', (image, expected) => expect(isPullable(image)).toBe(expected));
});

describe('unknownFlag', () => {
  it.each([
    ['1.17.13', '--scheduler-host-address=x', undefined],
    ['1.17.13', '--actors-disseminate-timeout=1', 'actors-disseminate-timeout'],
    ['1.18.1', '--actors-disseminate-timeout=1', undefined],
    ['1.15.7', '--scheduler-job-streams=1', 'scheduler-job-streams'],
    ['1.18.1', '--app-binding-options-timeout=1', 'app-binding-options-timeout'], // prettier-ignore
    ['1.18.3', '--app-binding-options-timeout=1', undefined],
  ])('daprd %s, %s: %s', (version, argument, expected) => {
    expect(unknownFlag([argument], version)).toBe(expected);
  });
});
