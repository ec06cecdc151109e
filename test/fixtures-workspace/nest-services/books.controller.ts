import { Body, Controller, Delete, Get, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import { BooksService } from './books.service';
import { CurrentUser, JwtGuard } from './guards';
import type { Book, Reader } from './types';

// What a service is handed by its controllers tells what it misses: what the URL names, or something else.

@Controller('books')
@UseGuards(JwtGuard)
export class BooksController {
  constructor(private readonly books: BooksService) {}

  @Get(':isbn')
  show(@Param('isbn') isbn: string) {
    return this.books.one(isbn);
  }

  @Put(':isbn')
  replace(@Param('isbn') isbn: string, @Body() book: Book, @CurrentUser() reader: Reader) {
    return this.books.replace(+isbn, book, reader);
  }

  @Post()
  add(@Body() book: Book) {
    return this.books.addTo(book.shelf, book);
  }

  @Patch(':isbn')
  lend(@Param('isbn') isbn: string, @Body() loan: { to: string }) {
    return this.books.lend(isbn, loan.to);
  }

  @Delete(':isbn')
  remove(@Param('isbn') isbn: string, @CurrentUser('id') reader: string) {
    return this.books.remove(isbn, reader);
  }

  @Delete(':isbn/copies')
  withdraw(@Param('isbn') isbn: string, @CurrentUser() reader: Reader) {
    return this.books.withdraw(isbn, reader.isAdmin);
  }
}

@Controller('me')
@UseGuards(JwtGuard)
export class OwnBooksController {
  constructor(private readonly books: BooksService) {}

  @Post('loans')
  borrow(@Body() loan: { isbn: string }, @CurrentUser('id') reader: string) {
    return this.books.lend(loan.isbn, reader);
  }
}
