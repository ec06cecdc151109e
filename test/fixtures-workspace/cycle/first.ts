import { second } from './second';

export function first(res: object, status: number) {
  return second(res, status);
}
export * from './second';
