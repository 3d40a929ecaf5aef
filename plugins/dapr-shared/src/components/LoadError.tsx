import { Alert, Button } from '@backstage/ui';
import type { Loaded } from '../hooks/useLoad';

/** Says what went wrong and offers to try again. Where something is known already, that stays below. */
export const LoadError = ({
  error,
  retry,
}: Pick<Loaded<unknown>, 'error' | 'retry'>) =>
  error ? (
    <Alert
      status={isForbidden(error) ? 'warning' : 'danger'}
      icon
      title={
        isForbidden(error)
          ? 'You may not see the instances of this entity'
          : 'The instances could not be loaded'
      }
      description={reasonOf(error)}
      customActions={
        <Button variant="secondary" onPress={retry}>
          Try again
        </Button>
      }
    />
  ) : null;

/** `ResponseError` carries the backend's own error as its cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function isForbidden(error: Error): boolean {
  return error.cause instanceof Error && error.cause.name === 'NotAllowedError';
}
