import type { ControlPlane } from '../api/dto';
import type { Instance } from '../instance';
import type { KubeObject } from '../objects';

/**
 * All that is known when an instance is checked. What is absent is not known,
 * and nothing is concluded from it; an empty list was read and is empty.
 *
 * @public
 */
export interface CheckInput {
  instance: Instance;
  now: Date;
  /** Pods of the instance's namespace at least; others' are passed over. */
  pods?: readonly KubeObject[];
  /** Events of the instance's namespace at least. */
  events?: readonly KubeObject[];
  /** The last lines of containers, as far as they were read. */
  logs?: readonly ContainerLog[];
  /** Services of the instance's namespace and of its app channel's. */
  services?: readonly KubeObject[];
  /** EndpointSlices of the app channel's namespace. */
  endpointSlices?: readonly KubeObject[];
  /**
   * Other objects that came along, as in a rendered plan or a file: roles,
   * Secrets, ConfigMaps. Their absence says nothing.
   */
  objects?: readonly KubeObject[];
  /** `null`: read, and none is there. */
  controlPlane?: ControlPlane | null;
  nodes?: { ready: number; total: number };
  /** Default `cluster.local`. */
  clusterDomain?: string;
}

/**
 * The last lines that a container wrote.
 *
 * @public
 */
export interface ContainerLog {
  pod: string;
  container: string;
  /** Of the container that ran before the one that runs now. */
  previous: boolean;
  /** Oldest first; daprd's are JSON where `log.json` is on, else logfmt text. */
  lines: readonly string[];
}
