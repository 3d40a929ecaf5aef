/**
 * Where the chart's init container looks for Dapr's CA: the variable that tells
 * the namespace, and where it looks without. Source: dapr/dapr-shared,
 * cmd/shared-init.
 */
export const initNamespaceVariable = 'DAPR_CONTROL_PLANE_NAMESPACE';
export const initNamespaceDefault = 'dapr-system';
