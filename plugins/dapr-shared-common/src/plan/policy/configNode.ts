import { InputError } from '@backstage/errors';
import { asRecord } from '../../objects';

/** A part of configuration that knows where it stands, so that messages can name it. */
export class ConfigNode {
  readonly path: string;
  readonly #value: unknown;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.path = path;
  }

  get value(): unknown {
    return this.#value;
  }

  get isSet(): boolean {
    return this.#value !== undefined && this.#value !== null;
  }

  child(key: string): ConfigNode {
    return new ConfigNode(asRecord(this.#value)?.[key], `${this.path}.${key}`);
  }

  /** The children of a map, all of whose keys must be known where some are named. */
  children(known?: readonly string[]): Map<string, ConfigNode> {
    const map = asRecord(this.#value) ?? this.fail('must be a map');
    const keys = Object.keys(map);
    const unknown = known && keys.find(key => !known.includes(key));
    if (unknown !== undefined) {
      return this.child(unknown).fail(`is not known here; use one of ${known?.join(', ')}`); // prettier-ignore
    }
    return new Map(keys.map(key => [key, this.child(key)]));
  }

  items(): ConfigNode[] {
    if (!Array.isArray(this.#value)) return this.fail('must be a list');
    return this.#value.map(
      (item, index) => new ConfigNode(item, `${this.path}[${index}]`),
    );
  }

  text(): string {
    return typeof this.#value === 'string' && this.#value !== ''
      ? this.#value
      : this.fail('must be text, and not empty');
  }

  flag(): boolean {
    return typeof this.#value === 'boolean'
      ? this.#value
      : this.fail('must be true or false');
  }

  integer(): number {
    return typeof this.#value === 'number' && Number.isInteger(this.#value)
      ? this.#value
      : this.fail('must be a whole number');
  }

  oneOf<T extends string>(words: readonly T[]): T {
    return (
      words.find(word => word === this.#value) ??
      this.fail(`must be one of ${words.join(', ')}`)
    );
  }

  /** A list of at least one text. */
  texts(): string[] {
    const texts = this.items().map(item => item.text());
    return texts.length > 0
      ? texts
      : this.fail('must name at least one; leave it out to match all');
  }

  textMap(): Record<string, string> {
    const entries = [...this.children()];
    return Object.fromEntries(entries.map(([key, node]) => [key, node.text()]));
  }

  /** What a reader makes of it; undefined where nothing is set. */
  optional<T>(read: (node: ConfigNode) => T): T | undefined {
    return this.isSet ? read(this) : undefined;
  }

  /** @throws InputError always, with what stands there */
  fail(problem: string): never {
    const given = this.isSet ? `; it is ${JSON.stringify(this.#value)}` : '';
    return this.refuse(
      `${problem}${problem.includes(' not known ') ? '' : given}`,
    );
  }

  /** @throws InputError always; for what may hold a secret, or says itself what stands there */
  refuse(problem: string): never {
    throw new InputError(`${this.path} ${problem}.`);
  }
}

/** A map without the fields that are undefined. */
export function compact<T extends object>(fields: T): T {
  const result = { ...fields };
  for (const [key, value] of Object.entries(result)) {
    if (value === undefined) Reflect.deleteProperty(result, key);
  }
  return result;
}
