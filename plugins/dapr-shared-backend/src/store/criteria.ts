import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { InstanceFilter } from './types';

/**
 * Turns a permission decision's criteria into SQL. An empty group is written
 * out, since knex drops it, which would let everything through: any of nothing
 * is false, all of nothing true.
 */
export function applyCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<InstanceFilter>,
): void {
  if (isAndCriteria(criteria)) {
    query.whereRaw('1 = 1');
    for (const part of criteria.allOf) {
      query.andWhere(inner => applyCriteria(inner, part));
    }
  } else if (isOrCriteria(criteria)) {
    query.whereRaw('1 = 0');
    for (const part of criteria.anyOf) {
      query.orWhere(inner => applyCriteria(inner, part));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => applyCriteria(inner, criteria.not));
  } else {
    query.whereIn(criteria.column, criteria.values);
  }
}
