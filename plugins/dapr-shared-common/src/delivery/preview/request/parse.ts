import { InputError } from '@backstage/errors';
import { asRecord } from '../../../objects';
import { checkRequest } from '../../../plan';
import { checkValue } from './check';
import { planRequestSchema } from './planRequestSchema';
import { toPlanRequest } from './toPlanRequest';
import type { PlanRequestDto } from './types';
import { containerProblems, workloadProblems } from './workload';

/**
 * A request for a plan, of which nothing was known before.
 *
 * @throws InputError that names every bad field, each with its cure
 * @public
 */
export function parsePlanRequest(value: unknown): PlanRequestDto {
  const misshapen = checkValue(planRequestSchema, value, '');
  const bad = new Set(misshapen.map(fieldOf));
  const fields = Object.fromEntries(
    Object.entries(asRecord(value) ?? {}).filter(
      ([name, field]) => field !== undefined && !bad.has(name),
    ),
  );
  const problems = [
    ...misshapen,
    // The fields that are sound are looked at all the same, so that one answer names all.
    ...(isChecked(fields) ? contentProblems(fields) : []).filter(
      problem => !bad.has(fieldOf(problem)),
    ),
  ];
  if (problems.length > 0 || !isChecked(fields) || !isComplete(fields)) {
    throw new InputError(problems.join('\n'));
  }
  return fields;
}

function contentProblems(fields: Partial<PlanRequestDto>): string[] {
  return [
    ...checkRequest(toPlanRequest(fields, { owners: ownersAsked(fields) })).map(
      ({ message }) => message,
    ),
    ...workloadProblems(fields.workload),
    ...containerProblems(fields.container),
  ];
}

function ownersAsked({ owner }: Partial<PlanRequestDto>): string[] | undefined {
  return owner === undefined ? undefined : [owner];
}

function isChecked(fields: object): fields is Partial<PlanRequestDto> {
  const schema = { ...planRequestSchema, required: [] };
  return checkValue(schema, fields, '').length === 0;
}

function isComplete(fields: Partial<PlanRequestDto>): fields is PlanRequestDto {
  return planRequestSchema.required.every(name => name in fields);
}

/** The field of the request that a sentence starts with. */
function fieldOf(problem: string): string {
  return problem.split(/[ .[]/)[0] ?? '';
}
