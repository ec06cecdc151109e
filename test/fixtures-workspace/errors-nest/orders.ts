import { ArgumentsHost, Catch, Controller, ExceptionFilter, Get } from '@nestjs/common';
import type { Response } from 'express';
import { QuietError, ShopError } from './errors';
import { orders } from './store';

@Catch(ShopError)
export class ShopErrors implements ExceptionFilter {
  catch(exception: ShopError, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>();
    response.status(exception.status).json({ error: exception.message });
  }
}

@Catch(QuietError)
export class QuietErrors implements ExceptionFilter {
  catch(exception: QuietError, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>();
    response.status(exception.status).json({ error: 'Something went wrong' });
  }
}

@Controller('orders')
export class Orders {
  @Get()
  async list() {
    try {
      return await orders.findAll();
    } catch (error) {
      throw new ShopError(error.message, 500);
      //                                 ^^^ 500 sent ! error-detail-leak
    }
  }

  @Get('shelves')
  async shelves() {
    try {
      return await orders.shelves();
    } catch (error) {
      throw new QuietError(error.message, 500);
      //                                  ^^^ 500 sent
    }
  }
}
