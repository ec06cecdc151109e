// How Express applications keep the status: a parameter that is a property.

export class ShopError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export class QuietError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}
