// What all errors have stands in a class that is not raised itself.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

abstract class ApplicationError extends Error {
  constructor(
    message: string,
    readonly status: ContentfulStatusCode,
  ) {
    super(message);
  }
}

export class ShopError extends ApplicationError {}

export class QuietError extends ApplicationError {}
