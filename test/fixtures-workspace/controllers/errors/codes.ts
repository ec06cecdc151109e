export enum Codes {
  locked = 423,
}
