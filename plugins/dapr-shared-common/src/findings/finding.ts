import type { Finding, FindingCode } from './types';

/** The page that is made from the codes; each has an anchor of its own. */
const PAGE =
  'https://github.com/dapr-shared/dapr-shared-for-backstage/blob/main/docs/reference/findings.md';

/** A finding of a code, in the words of its case. */
export function finding(
  code: FindingCode,
  found: Pick<Finding, 'cause'> & Partial<Omit<Finding, 'code' | 'docs'>>,
): Finding {
  return {
    code: code.code,
    severity: code.severity,
    title: code.title,
    fix: code.fix,
    ...found,
    docs: `${PAGE}#${code.code.toLowerCase()}`,
  };
}
