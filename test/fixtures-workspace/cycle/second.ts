import { first } from './first';

export function second(res: object, status: number) {
  return first(res, status);
}
export * from './first';
export { nothing } from './first';
