import { sameMistake, withoutTold } from './alreadyTold';
import { findingCodes } from './codes';
import { finding } from './finding';

const all = findingCodes.map(code => finding(code, { cause: 'x' }));
const found = (...codes: string[]) => all.filter(({ code }) => codes.includes(code)); // prettier-ignore
const hiddenBy = (...codes: string[]) => {
  const left = withoutTold(all, found(...codes), sameMistake);
  return all.filter(one => !left.includes(one)).map(({ code }) => code);
};

describe('what a running instance fails of', () => {
  it.each([
    ['DS641', ['DS211'], 'port 80 of Sentry'],
    ['DS648', ['DS211'], 'a silence that port 80 may be the cause of'],
    ['DS628', ['DS211'], 'one that is not ready, which port 80 may be the cause of'], // prettier-ignore
    ['DS643', ['DS214'], 'an address of Sentry that does not exist'],
    ['DS644', ['DS212', 'DS213'], 'another Sentry'],
    ['DS654', ['DS201'], 'no control plane'],
    ['DS649', ['DS215'], 'the audience of the token'],
    ['DS650', ['DS216'], 'no token'],
    ['DS647', ['DS220', 'DS221'], 'no trust anchors'],
    ['DS661', ['DS214', 'DS218'], 'address and port of the operator'],
    ['DS683', ['DS217'], 'a scheduler that is not used'],
    ['DS651', ['DS108'], 'the namespace that daprd is told'],
    ['DS652', ['DS104', 'DS153'], 'the app id that daprd is told'],
    ['DS631', ['DS505'], 'an argument that daprd does not know'],
  ])('%s hides %j: %s', (told, hidden) => {
    expect(hiddenBy(told)).toEqual(hidden);
  });

  it('hides nothing where it is nothing of these', () => {
    expect(hiddenBy()).toEqual([]);
    expect(hiddenBy('DS664')).toEqual([]);
  });

  it('hides what each of several hides', () => {
    expect(hiddenBy('DS649', 'DS631')).toEqual(['DS215', 'DS505']);
  });
});
