import { InputError } from '@backstage/errors';

/**
 * The chart refuses the values, for the reason Helm gives.
 *
 * @public
 */
export class RenderError extends InputError {}
