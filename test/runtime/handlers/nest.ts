import 'reflect-metadata';
import {
  Controller,
  Delete,
  Get,
  Module,
  Patch,
  Post,
  Put,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Request, Response } from 'express';
import { userOf, users } from '../store.js';

class AuthGuard {
  canActivate(context) {
    const request = context.switchToHttp().getRequest();
    request.user = userOf(request.headers);
    if (!request.user) throw new UnauthorizedException();
    return true;
  }
}

@Controller()
class UsersController {
  @Post('users')
  async create(@Req() req: Request, @Res() res: Response) {
    const user = await users.create(req.body);
    res.status(201).json(user);
  }

  @Put('users/:id')
  update(@Res() res: Response) {
    res.status(204).json({ updated: true });
  }

  @UseGuards(AuthGuard)
  @Delete('users/:id')
  remove(@Req() req: Request, @Res() res: Response) {
    if (req.user.role !== 'admin') {
      throw new UnauthorizedException('Admins only');
    }
    res.status(204).end();
  }

  @Patch('users/:id')
  change(@Res() res: Response) {
    res.status(405).json({ error: 'method_not_allowed' });
  }

  @Get('reports')
  reports(@Res() res: Response) {
    res.status(503).json({ error: 'maintenance' });
  }
}

@Module({ controllers: [UsersController] })
class AppModule {}

export async function start() {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { port: app.getHttpServer().address().port, stop: () => app.close() };
}
