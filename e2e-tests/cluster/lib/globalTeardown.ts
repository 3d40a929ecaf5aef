declare global {
  // Kept on the global object, since jest loads set-up and tear-down apart.
  // eslint-disable-next-line no-var -- only `var` declares a property of it
  var stopCluster: (() => Promise<void>) | undefined;
}

/** Stops the API server that all test files share. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.stopCluster?.();
}
