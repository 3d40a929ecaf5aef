import { knowsFlag, runtimeFactsOf, runtimeSupport } from '../../runtime';
import { unknownArguments } from '../codes/version';
import { finding } from '../finding';
import { flags } from './read';
import type { Check } from './types';

export const unknownArgumentsCheck: Check = {
  code: unknownArguments,
  run: input => {
    const version = input.instance.daprdVersion ?? '';
    // What a release knows that was not looked into, nobody can say.
    if (!runtimeFactsOf(version) || runtimeSupport(version) === 'newer') {
      return undefined;
    }
    const unknown = [...flags(input).keys()].filter(
      name => !knowsFlag(version, name),
    );
    const list = unknown.map(name => `--${name}`).join(', ');
    return unknown.length === 0
      ? undefined
      : finding(unknownArguments, {
          title: `daprd ${version} does not know ${list}`,
          cause: `daprd ends at an argument that it does not know.`,
          fix: `Take ${list} out, or run a release of daprd that knows ${unknown.length === 1 ? 'it' : 'them'}.`, // prettier-ignore
          evidence: list,
        });
  },
};
