export interface Reader {
  readonly id: string;
}

export interface Book {
  readonly isbn: number;
  readonly shelf: string;
  readonly heldBy: string;
}
