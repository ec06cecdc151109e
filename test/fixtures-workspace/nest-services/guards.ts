import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

export const CurrentUser = createParamDecorator((part: string | undefined, context: ExecutionContext) => {
  const { user } = context.switchToHttp().getRequest();
  return part === undefined ? user : user[part];
});

export class JwtGuard extends AuthGuard('jwt') {}
