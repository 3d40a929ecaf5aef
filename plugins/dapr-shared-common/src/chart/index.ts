export type { RenderInput } from './context';
export { RenderError } from './error';
export { isHook } from './hooks';
export { CHART_NAME, type ChartRelease, chartReleases } from './releases';
export { render } from './render';
