import { HttpException, HttpStatus } from '@nestjs/common';

export class MissingException extends HttpException {
  constructor(what: string) {
    super(`No such ${what}`, HttpStatus.NOT_FOUND);
    //                                  ^^^^^^^^^ 404 named
  }
}
