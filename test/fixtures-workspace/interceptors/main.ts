import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { EnvelopeInterceptor } from './envelope';

const app = await NestFactory.create(AppModule);
app.useGlobalInterceptors(new EnvelopeInterceptor());
await app.listen(3000);
