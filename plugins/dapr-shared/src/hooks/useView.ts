import type { InstanceDto } from 'backstage-plugin-dapr-shared-common';
import { useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { keepOrder } from '../model/order';

/** What of the instances is shown. It lives in the URL, so that a link shows the same. */
export interface View {
  shown: InstanceDto[];
  filter: { cluster?: string; namespace?: string };
  narrow: (field: 'cluster' | 'namespace', value: string | undefined) => void;
  isOpen: (id: string) => boolean;
  toggle: (id: string, open: boolean) => void;
}

/** Parameter that names the open instances; present but empty: none is open. */
const OPEN = 'instance';

export function useView(items: readonly InstanceDto[]): View {
  const [params, setParams] = useSearchParams();
  const seen = useRef<string[]>([]);
  const cluster = params.get('cluster') ?? undefined;
  const namespace = params.get('namespace') ?? undefined;

  const shown = useMemo(() => {
    const ordered = keepOrder(seen.current, items);
    seen.current = ordered.map(({ id }) => id);
    return ordered.filter(
      item =>
        (!cluster || item.cluster === cluster) &&
        (!namespace || item.namespace === namespace),
    );
  }, [items, cluster, namespace]);

  const first = shown[0]?.id;
  const open = params.has(OPEN)
    ? params.getAll(OPEN).filter(Boolean)
    : [first].filter(id => id !== undefined);

  const change = (edit: (next: URLSearchParams) => void) =>
    setParams(
      previous => {
        const next = new URLSearchParams(previous);
        edit(next);
        return next;
      },
      { replace: true },
    );

  return {
    shown,
    filter: { cluster, namespace },
    narrow: (field, value) =>
      change(next => {
        if (value) next.set(field, value);
        else next.delete(field);
      }),
    isOpen: id => open.includes(id),
    toggle: (id, nowOpen) =>
      change(next => {
        const wanted = open.filter(other => other !== id);
        if (nowOpen) wanted.push(id);
        next.delete(OPEN);
        for (const other of wanted.length ? wanted : ['']) {
          next.append(OPEN, other);
        }
      }),
  };
}
