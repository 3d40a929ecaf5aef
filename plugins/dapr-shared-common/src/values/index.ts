export { valueKeys, type ValueKey, type ValueType } from './keys';
export { defaultValues, mergeValues, setPath, type Values } from './merge';
export { validateValues, type ValueProblem } from './validate';
