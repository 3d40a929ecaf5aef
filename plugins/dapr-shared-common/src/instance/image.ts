/**
 * The tag of an image reference, or undefined where it has none (a digest
 * alone, or nothing). A port in the registry's address is no tag.
 */
export function imageTag(image: string | undefined): string | undefined {
  const name = image?.split('@')[0]?.split('/').pop();
  const tag = name?.split(':')[1];
  return tag || undefined;
}
