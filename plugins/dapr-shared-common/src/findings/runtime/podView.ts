import { podsOf } from '../../instance';
import {
  isOverdue,
  podTrouble,
  type PodTrouble,
} from '../../instance/podTrouble';
import { asString, at, type KubeObject } from '../../objects';
import type { CheckInput } from '../input';
import type { Warning, Warnings } from './events';
import { readLines, type ContainerLines } from './log/containerLog';

/** All that is known of one pod of the instance. */
export interface PodView {
  name: string;
  /** Undefined where only its log is known. */
  object?: KubeObject;
  /** What keeps it from being ready; undefined where it is ready, or not known. */
  trouble?: PodTrouble;
  /** Whether the trouble is more than that of a pod that is just starting. */
  overdue: boolean;
  /** Warnings about it, newest first. */
  warnings: readonly Warning[];
  log(container: string, previous?: boolean): ContainerLines | undefined;
}

/** The instance's pods; where no pods were read, those whose logs were. */
export function podViews(
  input: CheckInput,
  warningsAbout: Warnings,
): PodView[] {
  const { instance, pods, logs = [], now } = input;
  if (!pods) {
    const names = new Set(logs.map(({ pod }) => pod));
    return [...names].map(name => ({
      name,
      overdue: true,
      warnings: warningsAbout('Pod', name),
      log: logOf(input, name),
    }));
  }
  return podsOf(instance.workloads[0], instance.namespace, pods).map(object => {
    const name = asString(at(object, 'metadata', 'name')) ?? '';
    const trouble = podTrouble(object);
    return {
      name,
      object,
      trouble,
      overdue: trouble !== undefined && isOverdue(trouble, now),
      warnings: warningsAbout('Pod', name),
      log: logOf(input, name),
    };
  });
}

function logOf({ logs = [] }: CheckInput, pod: string): PodView['log'] {
  const own = logs.filter(log => log.pod === pod);
  const read = new Map<unknown, ContainerLines>();
  return (container, previous = false) => {
    const found = own.find(
      log => log.container === container && log.previous === previous,
    );
    if (!found) return undefined;
    const lines = read.get(found) ?? readLines(found.lines);
    read.set(found, lines);
    return lines;
  };
}
