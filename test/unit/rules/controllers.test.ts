import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Controllers and handlers that answer by convention, each beside its neighbour at fault: lines and rules. */
const cases: readonly HandlerCase[] = [
  {
    name: 'what a handler of h3 gives back is its body, whatever stands in it',
    path: 'server/api/groups.post.ts',
    source: `export default eventHandler(async (event) => {
  const group = await groups.create(await readBody(event));
  return { statusCode: 201, group };
});
export const handler = async (event) => {
  const group = await groups.create(JSON.parse(event.body));
  return { statusCode: 201, body: JSON.stringify(group) };
};
`,
    findings: ['7 location-on-201'],
  },
  {
    name: 'what a decorator is made of sends nothing by itself',
    source: `import { applyDecorators, Controller, HttpCode, Post } from '@nestjs/common';
export const Created = (type: Type) => applyDecorators(ApiCreatedResponse({ type }), HttpCode(201));
export const Moved = () => applyDecorators(HttpCode(302));
@Controller('books')
export class Books {
  @Post()
  @HttpCode(201)
  add(@Body() book: Book) {
    return this.books.add(book);
  }
}
`,
    findings: ['7 location-on-201'],
  },
  {
    name: 'a session that keeps where a login began, found by the state that comes back, is not that of a caller',
    path: 'src/login.ts',
    source: `export class Login {
  async back({ RelayState }: Answer, headers: Headers) {
    const id = RelayState.replace(prefix, '');
    const session = await this.sessions.get(id);
    if (!session) throw new AppError('This login did not begin here', 403);
    const ownSession = await this.sessions.get(headers.authorization);
    if (!ownSession) throw new AppError('Nobody knows you', 403);
    return session.redirect;
  }
}
class AppError extends Error {
  constructor(message: string, public statusCode = 500) {
    super(message);
  }
}
`,
    findings: ['7 unauthorized-for-anonymous'],
  },
  {
    name: 'who is logged out on the way is to log in again, and a token that is for another step is no good here',
    source: `import { Injectable, UnauthorizedException } from '@nestjs/common';
@Injectable()
export class Entrance {
  async enter(req: Request) {
    const session = await getSession(req);
    if (session && !this.isAllowed(session.source)) {
      await this.endSession(session);
      throw new UnauthorizedException('Log in again');
    }
    if (session && !session.user.canEnter) throw new UnauthorizedException('Not for you');
  }
  step(token: string, expected: string) {
    const payload = this.jwt.verify(token);
    if (payload.step !== expected) throw new UnauthorizedException('This is of another step');
    if (payload.role !== 'payer') throw new UnauthorizedException('Payers only');
    return payload;
  }
}
`,
    findings: ['10 forbidden-for-authenticated', '15 forbidden-for-authenticated'],
  },
  {
    name: 'a token that was used before is no good any more',
    source: `import { Injectable, UnauthorizedException } from '@nestjs/common';
import { Prisma } from '@prisma/client';
@Injectable()
export class Passes {
  async spend(pass: Pass) {
    try {
      await this.prisma.pass.create({ data: { id: pass.id } });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
        throw new UnauthorizedException('This pass was used already');
      }
      throw error;
    }
  }
  async register(reader: Reader) {
    try {
      await this.prisma.reader.create({ data: reader });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
        throw new UnauthorizedException('This name is taken');
      }
      throw error;
    }
  }
}
`,
    findings: ['20 conflict-is-409'],
  },
  {
    name: 'of what a step gives one part is there, and answers',
    path: 'pages/api/login.ts',
    source: `import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { address, form } = await login.next(req.query);
  if (address) {
    res.redirect(302, address);
  }
  if (form) {
    res.send(form);
  }
}
export async function late(req: NextApiRequest, res: NextApiResponse) {
  const { form } = await login.next(req.query);
  if (await login.isLate()) {
    res.redirect(302, '/late');
  }
  if (form) {
    res.send(form);
  }
}
`,
    findings: ['14 response-after-response'],
  },
  {
    name: 'what stands in for the status of an error that has none',
    path: 'pages/api/books.ts',
    source: `import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    res.json(await books.all());
  } catch (error) {
    const { message, statusCode = 500 } = error;
    res.status(statusCode).send(message);
  }
}
export async function quiet(req: NextApiRequest, res: NextApiResponse) {
  try {
    res.json(await books.all());
  } catch (error) {
    const { statusCode = 500, limit: { length } = 500 } = error;
    res.status(statusCode).send('The books are not at hand');
    log(length);
  }
}
`,
    findings: ['6 error-detail-leak'],
  },
  {
    name: 'an error of h3 goes out with the fields that were set before, by whatever sets them',
    path: 'server/utils/limits.ts',
    source: `import { createError, type H3Event, setResponseHeader } from 'h3';
export async function limit(event: H3Event) {
  const { isAllowed, seconds } = await limiter.take(addressOf(event));
  if (!isAllowed) throw createError({ statusCode: 429, message: 'Too many books' });
  return seconds;
}
export async function limitPolitely(event: H3Event) {
  const { isAllowed, seconds } = await limiter.take(addressOf(event));
  if (!isAllowed) {
    setResponseHeader(event, 'Retry-After', seconds);
    throw createError({ statusCode: 429, message: 'Too many books' });
  }
}
export function limitOf(count: number) {
  if (count > 99) throw createError({ statusCode: 429, message: 'Too many books' });
}
export async function limitByAddress(event: H3Event) {
  const limit = await limiter.take(addressOf(event));
  setLimitHeaders(event, limit);
  if (!limit.isAllowed) throw createError({ statusCode: 429, message: 'Too many books' });
}
`,
    findings: ['4 retry-after-on-503', '15 retry-after-on-503'],
  },
  {
    name: 'an error of NestJS is written by the framework, which adds no Retry-After, unless a limiter or a filter has',
    path: 'src/codes/codes.controller.ts',
    source: `import { Controller, HttpException, HttpStatus, Post, Res } from '@nestjs/common';
import { ThrottlerException, ThrottlerGuard } from '@nestjs/throttler';
class CodesExhausted extends HttpException {
  constructor() {
    super('Three codes an hour', HttpStatus.TOO_MANY_REQUESTS);
  }
}
@Controller('codes')
export class CodesController {
  constructor(private readonly codes: CodesService) {}
  @Post()
  async send(@Body() body: CodeRequest) {
    if (await this.codes.isExhausted(body.phone)) throw new HttpException('Three codes an hour', 429);
    if (await this.codes.isExhausted(body.device)) throw new CodesExhausted();
    return this.codes.send(body.phone);
  }
  @Post('again')
  async sendAgain(@Body() body: CodeRequest, @Res({ passthrough: true }) response: Response) {
    if (await this.codes.isExhausted(body.phone)) {
      response.setHeader('Retry-After', '3600');
      throw new HttpException('Three codes an hour', 429);
    }
    return this.codes.send(body.phone);
  }
}
export class CodesGuard extends ThrottlerGuard {
  protected async throwThrottlingException() {
    throw new ThrottlerException('Three codes an hour');
  }
}
`,
    findings: ['13 retry-after-on-503', '14 retry-after-on-503'],
  },
];

reportedOf('controllers', cases, { path: 'src/books.controller.ts', isJudged: isNoChallenge });
