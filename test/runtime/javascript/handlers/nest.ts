import 'reflect-metadata';
import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Module,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Put,
  Redirect,
  Req,
  Res,
  UnauthorizedException,
  UseGuards,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Request, Response } from 'express';
import { payments, userOf, users } from '../store.js';

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
    if (!req.body.name) {
      res.status(400).json({ error: 'a name is needed' });
    }
    const user = await users.create(req.body);
    res.status(201).json(user);
  }

  @Get('users/:id')
  async show(@Param('id') id: string) {
    const user = await users.findById(id);
    if (!user) throw new BadRequestException('no such user');
    return user;
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

  @Get('teams/:id')
  team(@Res() res: Response) {
    res.status(404).end();
  }

  @Post('payments')
  async pay(@Body() body: object) {
    try {
      return await payments.create(body);
    } catch (error) {
      throw new BadRequestException('payment failed');
    }
  }

  @Post('orders')
  @HttpCode(202)
  order(@Body('quantity', ParseIntPipe) quantity: number, @Res({ passthrough: true }) res: Response) {
    if (quantity > 100) throw new ConflictException('There are not so many.');
    res.location('/orders/3');
    return { quantity };
  }

  @Get('old-reports')
  @Redirect('/reports', 308)
  oldReports() {}

  @Get('broken')
  broken() {
    throw new Error('broken');
  }
}

@Module({ controllers: [UsersController] })
class AppModule {}

export async function start() {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { port: app.getHttpServer().address().port, stop: () => app.close() };
}
