import type { Context } from './context';
import { print } from './print';
import { orDefault } from './templateFunctions';
import { quoted } from './yamlText';

/**
 * An image reference, which the templates write between quotes.
 *
 * @param fallbackTag - where the tag is empty
 */
export function image(
  context: Context,
  path: string,
  fallbackTag?: string,
): unknown {
  const part = (key: string) => context.text(`${path}.${key}`);
  return quoted(
    `${part('registry')}/${part('name')}:${tag(context, path, fallbackTag)}`,
    path,
  );
}

function tag(context: Context, path: string, fallback?: string): string {
  const value = context.get(`${path}.tag`);
  return print(fallback === undefined ? value : orDefault(value, fallback));
}
