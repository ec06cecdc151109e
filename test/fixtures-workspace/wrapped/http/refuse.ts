import type { Response } from 'express';
import { fail } from './fail';

export const refuse = (res: Response, { code, why }: { code: number; why: string }) => fail(res, code, why);

export function missing(res: Response, what: string) {
  return refuse(res, { code: 404, why: `No such ${what}` });
  //                         ^^^ 404 sent express
}
