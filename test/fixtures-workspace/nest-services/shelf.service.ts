import { ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
@Injectable()
export class ShelfService {
  constructor(private readonly prisma: PrismaService) {}
  async remove(shelfId: string, isDeleterAdmin = false) {
    const shelf = await this.prisma.shelf.findUnique({ where: { id: shelfId } });
    if (!shelf) throw new NotFoundException('Shelf not found');
    //                    ^^^^^^^^^^^^^^^^^ 404 sent nest
    if (!shelf.creatorId && !isDeleterAdmin) throw new ForbiddenException("Anonymous shelves can't be deleted");
    //                                                 ^^^^^^^^^^^^^^^^^^ 403 sent nest
    await this.prisma.shelf.delete({ where: { id: shelfId } });
  }
}
