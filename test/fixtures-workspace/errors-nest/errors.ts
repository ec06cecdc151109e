// Filters catch them by their class; what is logged takes their name.

export class ShopError extends Error {
  readonly name: string = 'ShopError';

  constructor(
    message: string,
    public readonly status: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export class QuietError extends Error {
  readonly name = 'QuietError';

  constructor(
    message: string,
    public readonly status: number,
  ) {
    super(message);
  }
}
