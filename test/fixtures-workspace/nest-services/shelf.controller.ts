import { Controller, Delete, Param } from '@nestjs/common';
import { ShelfService } from './shelf.service';
@Controller('shelves')
export class ShelfController {
  constructor(private readonly shelfService: ShelfService) {}
  @Delete(':id')
  async remove(@Param('id') id: string, @GetUser() user: User) {
    const isDeleterAdmin = user?.isAdmin === true;
    await this.shelfService.remove(id, isDeleterAdmin);
  }
}
