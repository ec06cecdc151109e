import { BadRequestException, Injectable, UnauthorizedException } from '@nestjs/common';
import type { Store } from './store';
import type { Book, Reader } from './types';

@Injectable()
export class BooksService {
  constructor(private readonly store: Store) {}

  async one(isbn: string) {
    const book = await this.store.books.findOne({ where: { isbn } });
    if (!book) throw new BadRequestException('Unknown book');
    //                   ^^^^^^^^^^^^^^^^^^^ 400 sent ! not-found-is-404
    return book;
  }

  async replace(isbn: number, book: Book, holder: Reader) {
    const known = await this.store.books.findOne({ where: { isbn } });
    if (!known) throw new BadRequestException('Unknown book');
    //                    ^^^^^^^^^^^^^^^^^^^ 400 sent ! not-found-is-404
    if (known.heldBy !== holder.id) throw new UnauthorizedException('Not so');
    //                                        ^^^^^^^^^^^^^^^^^^^^^ 401 sent ! forbidden-for-authenticated
    return this.store.books.save({ ...known, ...book });
  }

  async addTo(shelf: string, book: Book) {
    const known = await this.store.shelves.findOne({ where: { name: shelf } });
    if (!known) throw new BadRequestException('Unknown shelf');
    //                    ^^^^^^^^^^^^^^^^^^^ 400 sent
    return this.store.books.save(book);
  }

  async withdraw(isbn: string, isAdmin = false) {
    if (!isAdmin) throw new UnauthorizedException('Not so');
    //                      ^^^^^^^^^^^^^^^^^^^^^ 401 sent ! forbidden-for-authenticated
    return this.store.books.delete({ isbn });
  }

  // one controller takes the number from the URL, another from the body
  async lend(isbn: string, to: string) {
    const book = await this.store.books.findOne({ where: { isbn } });
    if (!book) throw new BadRequestException('Unknown book');
    //                   ^^^^^^^^^^^^^^^^^^^ 400 sent
    return this.store.loans.save({ book, to });
  }

  async remove(isbn: string, by: string) {
    const reader = await this.store.readers.findOne({ where: { id: by } });
    if (!reader) throw new BadRequestException('Unknown reader');
    //                     ^^^^^^^^^^^^^^^^^^^ 400 sent
    return this.store.books.delete({ isbn });
  }
}
