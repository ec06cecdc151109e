import { Controller, Get, Param, UnauthorizedException } from '@nestjs/common';
import { MissingException } from './errors';
import { Public } from './public';

@Controller('users')
export class UsersController {
  @Get(':id')
  async show(@Param('id') id: string) {
    const user = await store.findById(id);
    if (!user) throw new MissingException('user');
    //                   ^^^^^^^^^^^^^^^^ 404 sent in-house GET /users/:id
    if (!(await hasPermission('read', user.team))) throw new UnauthorizedException('Not your team');
    //                                                       ^^^^^^^^^^^^^^^^^^^^^ 401 sent nest GET /users/:id ! forbidden-for-authenticated
    return user;
  }

  @Public()
  @Get(':id/avatar')
  async avatar(@Param('id') id: string) {
    const user = await store.findById(id);
    if (!(await hasPermission('read', user.team))) throw new UnauthorizedException('Not your team');
    //                                                       ^^^^^^^^^^^^^^^^^^^^^ 401 sent nest GET /users/:id/avatar
    return user.avatar;
  }
}
