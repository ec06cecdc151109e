import { AppError } from './base';

export * from './base';

export class Missing extends AppError {
  constructor(what: string) {
    super(`No such ${what}`, 404);
    //                       ^^^ 404 named
  }
}
