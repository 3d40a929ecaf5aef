import { noRequests } from './codes/capacity';
import { finding } from './finding';

describe('finding', () => {
  it('has the words of its code, and its place on the page', () => {
    expect(finding(noRequests, { cause: 'None.' })).toEqual({
      code: 'DS302',
      severity: 'low',
      title: noRequests.title,
      fix: noRequests.fix,
      cause: 'None.',
      docs: 'https://github.com/dapr-shared/dapr-shared-for-backstage/blob/main/docs/reference/findings.md#ds302',
    });
  });

  it('has the words of its case where there are some', () => {
    const words = { severity: 'high', title: 'a', cause: 'b', fix: 'c', evidence: 'd' } as const; // prettier-ignore
    expect(finding(noRequests, words)).toMatchObject(words);
  });
});
