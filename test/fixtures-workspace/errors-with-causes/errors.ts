// The error behind an error, as JavaScript has it: in the options of the class that all extend.

export class ShopError extends Error {
  constructor(
    message: string,
    readonly status: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

export class StockError extends Error {
  constructor(
    message: string,
    readonly status: number,
    behind: unknown,
  ) {
    super(message, { cause: behind });
  }
}

export class QuietError extends Error {
  constructor(
    message: string,
    readonly status: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
