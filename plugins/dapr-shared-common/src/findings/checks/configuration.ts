import { asString } from '../../objects';
import { configurationAnnotation } from '../codes/identity';
import { finding } from '../finding';
import { flag, podAnnotation } from './read';
import type { Check } from './types';

const ANNOTATION = 'dapr.io/config';

export const configurationCheck: Check = {
  code: configurationAnnotation,
  run: input => {
    const name = flag(input, 'config');
    const annotation = asString(podAnnotation(input, ANNOTATION));
    if (!name || name === annotation) return undefined;
    return finding(configurationAnnotation, {
      cause: annotation
        ? `daprd uses Configuration ${name}, and the annotation ${ANNOTATION}, which Sentry reads, names ${annotation}.`
        : `daprd uses Configuration ${name}; the annotation ${ANNOTATION}, which Sentry reads, is not there.`,
      fix: `Set podAnnotations to ${ANNOTATION}: ${name}.`,
      evidence: `--config=${name}`,
    });
  },
};
