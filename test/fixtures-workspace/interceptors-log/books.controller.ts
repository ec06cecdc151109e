import { Body, Controller, HttpCode, Post } from '@nestjs/common';

@Controller('books')
export class BooksController {
  @Post('seen')
  @HttpCode(200)
  //        ^^^ 200 sent nest POST /books/seen ! no-content-is-204
  async seen(@Body() ids: string[]): Promise<void> {
    await this.books.markSeen(ids);
  }
}
