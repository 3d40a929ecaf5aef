export type { ChartValues } from './chartValues';
export { defaultOf, defaultValues } from './defaults';
export { type JsonSchema, valuesJsonSchema } from './jsonSchema';
export { valueKeys } from './keys';
export { mergeValues, setPath, type Values } from './merge';
export type { IntegerType, TextType, ValueKey, ValueType } from './types';
export { validateValues, type ValueProblem } from './validate';
