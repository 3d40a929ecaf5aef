import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Lets a handler be asynchronous: what it throws goes to the error handler. */
export function handle(
  handler: (request: Request, response: Response) => Promise<void> | void,
): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    try {
      await handler(request, response);
    } catch (error) {
      next(error);
    }
  };
}

/** A parameter of the route; empty where it has none. */
export function param(request: Request, name: string): string {
  return request.params[name] ?? '';
}

/** A parameter of the query; undefined where it is absent or repeated. */
export function query(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
