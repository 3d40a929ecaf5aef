import type { PhysicalLocation } from 'sarif';
import type { Location } from '../input';

/** Relative to where the command ran, which in CI is the repository's root. */
export function physicalLocation({
  file,
  line,
  column,
}: Location): PhysicalLocation {
  return {
    artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}

function uri(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
