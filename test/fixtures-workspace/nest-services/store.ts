import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import type { Book, Reader } from './types';

@Injectable()
export class Store {
  constructor(
    readonly books: Repository<Book>,
    readonly readers: Repository<Reader>,
    readonly shelves: Repository<{ name: string }>,
    readonly loans: Repository<{ book: Book; to: string }>,
  ) {}
}
