// Koa reads `status`, and shows a message to clients where `expose` says so.

export class ShopError extends Error {
  readonly expose = true;
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export class QuietError extends Error {
  readonly expose = false;
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}
