import { type HandlerCase, isNoChallenge, reportedOf } from '../../support/handlerCases.ts';

/** Controllers, services and route files of TypeScript code bases, each beside its neighbour at fault: lines and rules. */
const cases: readonly HandlerCase[] = [
  {
    name: 'a password of somebody who is handed to the function says nothing of a login',
    path: 'src/account/account.service.ts',
    source: `import { ForbiddenException, Injectable } from '@nestjs/common';
import * as argon from 'argon2';
@Injectable()
export class AccountService {
  constructor(private readonly readers: ReaderStore) {}
  async rename(user: User, password: string, name: string) {
    if (!(await this.readers.verifyPassword(user, password))) throw new ForbiddenException('Wrong password');
    const isRight = !user.hash || (await argon.verify(user.hash, password));
    if (!isRight) throw new ForbiddenException('Wrong password');
    return this.readers.rename(user.id, name);
  }
  async login(email: string, password: string) {
    const user = await this.readers.findByEmail(email);
    if (!(await argon.verify(user.hash, password))) throw new ForbiddenException('Wrong password');
    return this.readers.start(user);
  }
}
`,
    findings: ['14 unauthorized-for-anonymous'],
  },
  {
    name: 'a setting is no switch because its name holds the letters of one, nor because browsers may see it',
    path: 'src/routes/api/maps/+server.ts',
    source: `import { env } from '$env/dynamic/public';
import { json } from '@sveltejs/kit';
export async function POST({ request }) {
  const body = await request.json();
  if (!env.PUBLIC_MAPS_URL) return json({ error: 'PUBLIC_MAPS_URL is not set' }, { status: 400 });
  if (!process.env.OPENAI_API_KEY) return json({ error: 'Texts cannot be made' }, { status: 400 });
  if (!process.env.MAILBOX_MODEL) return json({ error: 'Texts cannot be made' }, { status: 400 });
  if (!env.PUBLIC_SIGNUP) return json({ error: 'Ask for an invitation' }, { status: 400 });
  if (!process.env.ALLOWED_DOMAINS) return json({ error: 'No domains' }, { status: 400 });
  const key = body.key ?? process.env.OPENAI_API_KEY;
  if (!key) return json({ error: 'No key' }, { status: 400 });
  return json(await texts.make(body, key));
}
`,
    findings: ['5 server-fault-is-5xx', '6 server-fault-is-5xx', '7 server-fault-is-5xx'],
  },
  {
    name: 'what an event of another server leads to here is our own work',
    path: 'src/app/api/payments/route.ts',
    source: `import { NextResponse } from 'next/server';
export async function POST(request: Request) {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature'), secret);
  } catch (error) {
    return NextResponse.json({ error: 'Not from Stripe' }, { status: 400 });
  }
  try {
    await handleStripeWebhookEvent(event);
    return NextResponse.json({ received: true });
  } catch (error) {
    return NextResponse.json({ error: 'Failed' }, { status: 400 });
  }
}
`,
    findings: ['13 server-fault-is-5xx'],
  },
  {
    name: 'what a transaction inserts it gives back, and an error that the catch takes apart keeps its status',
    path: 'src/pages/api/shelves.ts',
    source: `import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    if (req.method !== 'PUT') throw { message: 'Not so', statusCode: 405 };
    await db.transaction(async (tx) => {
      const [shelf] = await tx.insert(shelves).values(req.body).returning();
      if (!shelf) throw { message: 'No shelf', statusCode: 422 };
    });
    res.status(204).end();
  } catch (error: any) {
    const { message, statusCode = 500 } = error;
    res.status(statusCode).json({ error: statusCode < 500 ? message : 'Failed' });
  }
}
export async function page(req: NextApiRequest, res: NextApiResponse) {
  try {
    if (req.method !== 'GET') throw { message: 'Not so', statusCode: 405 };
    res.redirect(302, await shelves.page(req.query));
  } catch (error: any) {
    const { message, statusCode = 500 } = error;
    setErrorCookie(res, { message, statusCode });
    res.redirect(302, '/error');
  }
}
`,
    findings: ['4 allow-on-405', '7 server-fault-is-5xx'],
  },
  {
    name: 'what stays because others are there does not exist already',
    path: 'src/pages/api/shelves/[id].ts',
    source: `import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const shelf = await prisma.shelf.findUnique({ where: { id: String(req.query.id) } });
  if (!shelf) return res.status(404).json({ error: 'No such shelf' });
  const books = await prisma.book.count({ where: { shelf: shelf.id } });
  if (books > 0) return res.status(400).json({ error: 'Cannot delete a shelf with existing books' });
  const others = await prisma.shelf.count({ where: { name: req.body.name } });
  if (others > 0) return res.status(400).json({ error: 'Existing name' });
  res.status(200).json(shelf);
}
`,
    findings: ['8 conflict-is-409'],
  },
  {
    name: 'a try inside another that answers to what it tells apart answers for the checks in it',
    path: 'src/pages/api/feeds.ts',
    source: `import type { NextApiRequest, NextApiResponse } from 'next';
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    try {
      await validateFeed(req.body);
    } catch (error) {
      if (error instanceof FeedError) {
        res.status(400).json({ error: error.message });
        return;
      }
      throw error;
    }
    res.status(201).setHeader('Location', '/feeds/1').json(await feeds.create(req.body));
  } catch (error) {
    res.status(500).json({ error: 'Failed' });
  }
}
export async function replace(req: NextApiRequest, res: NextApiResponse) {
  try {
    try {
      await validateFeed(req.body);
    } catch (error) {
      logger.error(error);
      throw error;
    }
    res.status(200).json(await feeds.replace(req.body));
  } catch (error) {
    res.status(500).json({ error: 'Failed' });
  }
}
`,
    findings: ['28 client-fault-is-4xx'],
  },
  {
    name: 'what is called is what gives an outcome, not a comment beside what it is given',
    path: 'src/server/routers/books.ts',
    source: `import { TRPCError } from '@trpc/server';
export const books = createTRPCRouter({
  add: procedure.mutation(async ({ ctx, input }) => {
    const result = await createBook({
      title: input.title,
      isStrict: true, // null in the DB
    });
    if (!result.success) throw new TRPCError({ code: 'BAD_REQUEST', message: result.message });
    const stored = await db.books.insert({ title: input.title });
    if (!stored.success) throw new TRPCError({ code: 'BAD_REQUEST', message: 'Not stored' });
    return result.book;
  }),
});
`,
    findings: ['10 server-fault-is-5xx'],
  },
  {
    name: 'of what may be public, nobody at all may ask',
    path: 'src/server/trpc.ts',
    source: `import { TRPCError } from '@trpc/server';
export const seesShelf = t.middleware(async ({ ctx, next, input }) => {
  const shelf = await db.shelf.findFirst({ where: { id: input.id } });
  if (!shelf?.public && ctx.session?.user?.admin !== true)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Not a member, and this shelf is not public' });
  return next();
});
export const ownsShelf = t.middleware(async ({ ctx, next, input }) => {
  if (ctx.session?.user?.admin !== true)
    throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Only for members of the staff' });
  return next();
});
`,
    findings: ['10 forbidden-for-authenticated'],
  },
  {
    name: 'a limiter of requests has said when to try again before it asks for a response',
    path: 'src/limits.ts',
    source: `import { Hono } from 'hono';
import { rateLimiter } from 'hono-rate-limiter';
const app = new Hono();
app.use(rateLimiter({ limit: 30, standardHeaders: 'draft-7', handler: (c) => c.json({ error: 'Too many' }, 429) }));
app.get('/books', async (c) => {
  if (await isFlooded(c)) return c.json({ error: 'Too many' }, 429);
  return c.json(await books());
});
`,
    findings: ['6 retry-after-on-503'],
  },
  {
    name: 'an empty 200 is judged where a function of the file makes it, and left to those who send events',
    path: 'app/routes/loans.ts',
    source: `import type { ActionFunctionArgs } from '@remix-run/node';
const done = () => new Response(null, { status: 200 });
export async function action({ request }: ActionFunctionArgs) {
  const { book } = await request.json();
  if (!book) return done();
  await lend(book);
  return done();
}
`,
    findings: ['2 no-content-is-204'],
  },
  {
    name: 'a folder of hooks',
    path: 'app/modules/stripe-webhook/handlers.server.ts',
    source: `export const paid = async (event) => {
  await books.pay(event.id);
  return new Response(null, { status: 200 });
};
`,
    findings: [],
  },
  {
    name: 'the id token that an identity provider gave is no credential of the caller',
    path: 'src/oauth/provider.ts',
    source: `import { InternalServerErrorException } from '@nestjs/common';
export class Provider {
  async reader(token: Tokens) {
    const claims = this.decodeIdToken(token.idToken);
    if (!claims) throw new InternalServerErrorException();
    return claims.sub;
  }
  async refresh(session: string) {
    const claims = this.decodeToken(session);
    if (!claims) throw new InternalServerErrorException();
    return claims.sub;
  }
}
`,
    findings: ['10 client-fault-is-4xx'],
  },
  {
    name: 'who answers 412 says what has to be put right first, where nothing was written',
    path: 'src/server/routers/domains.ts',
    source: `import { TRPCError } from '@trpc/server';
export const domains = createTRPCRouter({
  check: procedure.mutation(async ({ input }) => {
    try {
      await resolveRecord(input.domain);
    } catch {
      throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'No such record' });
    }
    try {
      await db.domains.insert({ name: input.domain });
    } catch {
      throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'Not stored' });
    }
  }),
});
`,
    findings: ['12 server-fault-is-5xx'],
  },
  {
    name: 'what h3 gives of the route and of the headers, whatever the event is called',
    path: 'server/api/books/[isbn].get.ts',
    source: `export default defineEventHandler(async (h3) => {
  const header = getHeader(h3, 'Authorization');
  if (!header) throw createError({ statusCode: 403 });
  const [method] = header.split(' ');
  switch (method) {
    case 'Bearer':
      break;
    default:
      throw createError({ statusCode: 403 });
  }
  const isbn = getRouterParam(h3, 'isbn');
  if (!isbn) throw createError({ statusCode: 500 });
  const book = await prisma.book.findUnique({ where: { isbn } });
  if (!book) throw createError({ statusCode: 400, statusMessage: 'Invalid ISBN' });
  return book;
});
`,
    findings: [
      '3 unauthorized-for-anonymous',
      '9 unauthorized-for-anonymous',
      '12 client-fault-is-4xx',
      '14 not-found-is-404',
    ],
  },
  {
    name: 'a redirect that is thrown is no error that the catch answers for',
    path: 'src/routes/join/+page.server.ts',
    source: `import { fail, redirect } from '@sveltejs/kit';
export const actions = {
  default: async ({ request }) => {
    try {
      await createReader(await request.formData());
      throw redirect(303, '/shelves');
    } catch (error) {
      return fail(400, { error: 'Not joined' });
    }
  },
};
`,
    findings: ['8 server-fault-is-5xx'],
  },
  {
    name: 'whether a name is free is asked as well as whether it is taken',
    path: 'src/shelves/shelves.service.ts',
    source: `import { BadRequestException, ForbiddenException, Injectable, NotAcceptableException } from '@nestjs/common';
@Injectable()
export class ShelvesService {
  async create(name: string, slug: string) {
    if (!(await this.isNameAvailable(name))) throw new BadRequestException('This name is in use');
    if (!(await this.check(slug)).isUnique) throw new ForbiddenException('The slug is taken');
    if (!(await this.isAvailable(slug))) throw new BadRequestException('Come back later');
    const old = await this.shelves.findOne({ name });
    if (old) throw new NotAcceptableException('名称已存在');
    return this.shelves.create({ name, slug });
  }
}
`,
    findings: ['5 conflict-is-409', '6 conflict-is-409', '9 conflict-is-409'],
  },
  {
    name: 'what is left once a status was asked for together with what the error says',
    path: 'src/errors.ts',
    source: `import { HttpException, InternalServerErrorException } from '@nestjs/common';
export function known(error: any) {
  const status = error.status || 500;
  if (status === 500 && !error.response) return new InternalServerErrorException();
  return new HttpException(error.response || error.message, status);
}
export function unknown(error: any) {
  const status = error.status || 500;
  return new HttpException(error.message, status);
}
`,
    findings: ['8 error-detail-leak'],
  },
  {
    name: 'the caller whom a decorator gives, and whom a service is handed, compared with whose it is',
    path: 'src/reviews/reviews.controller.ts',
    source: `import { Controller, Delete, Injectable, Param, UnauthorizedException, UseGuards } from '@nestjs/common';
@Controller('reviews')
@UseGuards(JwtAuthGuard)
export class ReviewsController {
  @Delete(':id')
  async remove(@Param('id') id: string, @CurrentUser() reader: Reader) {
    const review = await this.reviews.findOne(id);
    if (review.by !== reader.id) throw new UnauthorizedException('Not so');
    return this.reviews.remove(id);
  }
}
@Injectable()
export class ReviewsService {
  async remove(id: string, userId: string) {
    const review = await this.store.findOne(id);
    if (review.authorId !== userId) throw new UnauthorizedException();
    return this.store.remove(id);
  }
  async edit(id: string, user: User, text: string) {
    const review = await this.store.findOne(id);
    if (review.author.id !== user.id) throw new UnauthorizedException();
    return this.store.edit(id, text);
  }
  async refresh(token: string, userId: string) {
    const kept = await this.store.findToken(token);
    if (kept.userId !== userId) throw new UnauthorizedException();
    const refreshToken = await this.store.last(userId);
    if (refreshToken.userId !== userId) throw new UnauthorizedException();
  }
  async verify(id: string, userId: string) {
    const review = await this.store.findOne(id);
    if (review.authorId !== userId) throw new UnauthorizedException();
  }
}
`,
    findings: ['8 forbidden-for-authenticated', '16 forbidden-for-authenticated', '21 forbidden-for-authenticated'],
  },
  {
    name: 'in tRPC the caller is of the context: not whoever is called user elsewhere',
    path: 'src/server/routers/clubs.ts',
    source: `import { TRPCError } from '@trpc/server';
export const livingReader = t.middleware(async ({ ctx, next }) => {
  if (!ctx.user) return next();
  const user = await prisma.user.findUnique({ where: { id: ctx.user.id } });
  if (!user) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Your session is no longer valid' });
  return next();
});
export const clubs = router({
  show: procedure.query(async ({ ctx, input }) => {
    const club = await prisma.club.findUnique({ where: { id: input.id }, include: { user: true } });
    if (!club.user) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Club has no user' });
    if (!ctx.user) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Nobody' });
    if (club.owner !== ctx.user.id) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Not yours' });
    return club;
  }),
});
`,
    findings: ['12 client-fault-is-4xx', '13 forbidden-for-authenticated'],
  },
  {
    name: 'a licence that another server was asked for, and a form that was checked here',
    path: 'src/server/routers/licences.ts',
    source: `import { TRPCError } from '@trpc/server';
export const licences = router({
  add: procedure.mutation(async ({ input }) => {
    const { data } = await licenceServer.validateKey(input);
    if (!data) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Failed to validate' });
    const { data: form } = schema.safeParse(input);
    if (!form) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Failed to validate' });
    return form;
  }),
});
`,
    findings: ['7 client-fault-is-4xx'],
  },
  {
    name: 'a header that is read finds nobody: who shows a wrong key is still not known',
    path: 'app/api/loans/route.ts',
    source: `import { NextResponse } from 'next/server';
export async function POST(req: Request) {
  const apiKey = req.headers.get('X-Shelf-Token');
  if (!apiKey) return NextResponse.json({ error: 'No key' }, { status: 401 });
  if (apiKey !== process.env.SHELF_TOKEN) return NextResponse.json({ error: 'Wrong key' }, { status: 403 });
  return NextResponse.json(await lend(await req.json()), { status: 202 });
}
`,
    findings: ['5 unauthorized-for-anonymous'],
  },
  {
    name: 'what an interceptor and a filter of NestJS hand on, and a guard that keeps crawlers out',
    path: 'src/common/shared.ts',
    source: `import { ArgumentsHost, CanActivate, Catch, ExecutionContext, ForbiddenException, HttpException } from '@nestjs/common';
export class Nothing {
  intercept(context: ExecutionContext, next: CallHandler) {
    return next.handle().pipe(map((data) => {
      const response = context.switchToHttp().getResponse();
      if (typeof data === 'undefined') {
        response.status(204);
        return data;
      }
      return { data };
    }));
  }
}
@Catch()
export class Failures {
  catch(exception: HttpException, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse();
    if (exception.getStatus() === 429) return response.status(429).send({ error: 'Too many' });
    return response.status(exception.getStatus()).send({ error: 'Failed' });
  }
}
export class NoCrawlers implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (!looksLikeCrawler(request)) return true;
    if (await this.isAuthenticated(request)) return true;
    throw new ForbiddenException('No crawlers');
  }
}
export class OnlyReaders implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    if (await this.isAuthenticated(request)) return true;
    throw new ForbiddenException('Only readers');
  }
}
`,
    findings: ['34 unauthorized-for-anonymous'],
  },
  {
    name: 'what says itself that a token is at fault, and texts that a name holds',
    path: 'src/readers/readers.service.ts',
    source: `import { HttpException, HttpStatus, Injectable, UnauthorizedException } from '@nestjs/common';
@Injectable()
export class ReadersService {
  async check(principal: Principal, deviceId: string) {
    if (principal.deviceId !== deviceId) throw new UnauthorizedException('The token is revoked');
    if (principal.club !== deviceId) throw new UnauthorizedException('Not of this club');
  }
  async create(dto: CreateReader) {
    const reader = await this.readers.createQueryBuilder('reader').where('reader.name = :name', dto).getOne();
    if (reader) {
      const errors = { name: 'Names must be unique.' };
      throw new HttpException({ message: 'Validation failed', errors }, HttpStatus.BAD_REQUEST);
    }
    return this.readers.save(dto);
  }
}
`,
    findings: ['6 forbidden-for-authenticated', '12 conflict-is-409'],
  },
  {
    name: 'what a list is looked through for is looked up by it',
    path: 'src/readers.ts',
    source: `import express from 'express';
const app = express();
const readers: Reader[] = [];
app.get('/readers/:id', (req, res) => {
  const reader = readers.find((each) => each.id === req.params.id);
  if (!reader) return res.status(400).json({ error: 'No such reader' });
  const index = readers.findIndex((each) => each.id === req.params.id);
  if (index === -1) return res.status(400).json({ error: 'No such reader' });
  const open = reader.loans.find((loan) => loan.isOpen);
  if (!open) return res.status(400).json({ error: 'Nothing is lent' });
  res.json(reader);
});
app.post('/readers', (req, res) => {
  const taken = readers.find((each) => each.email === req.body.email);
  if (taken) return res.status(400).json({ error: 'This reader already exists' });
  const sponsor = readers.find((each) => each.id === req.body.sponsor);
  if (!sponsor) return res.status(400).json({ error: 'No such sponsor' });
  res.status(202).json({ status: '/readers/new' });
});
`,
    findings: ['6 not-found-is-404', '8 not-found-is-404', '15 conflict-is-409'],
  },
  {
    name: 'what Prisma validates is a query of the server; what is to be unique is not there; somebody or an address',
    path: 'src/server/books.ts',
    source: `import { TRPCError } from '@trpc/server';
export function failed(error: unknown) {
  if (error instanceof Prisma.PrismaClientValidationError) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
  if (error instanceof ValidationError) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
}
export const books = router({
  add: procedure.mutation(async ({ ctx, input }) => {
    const { unique, taken } = input;
    if (unique && !canBeUnique(input.field))
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'This field cannot have unique values' });
    if (taken) throw new TRPCError({ code: 'BAD_REQUEST', message: 'There is a duplicate' });
    const key = ctx.session?.user?.id ?? ctx.address;
    if (!key) throw new TRPCError({ code: 'FORBIDDEN' });
    const caller = ctx.session?.user?.id ?? null;
    if (!caller) throw new TRPCError({ code: 'FORBIDDEN' });
    return caller;
  }),
});
`,
    findings: ['4 client-fault-is-4xx', '11 conflict-is-409', '15 unauthorized-for-anonymous'],
  },
  {
    name: 'what cannot be read is what was given, and 412 for what is not set up',
    path: 'src/server/covers.ts',
    source: `import { TRPCError } from '@trpc/server';
export const covers = router({
  add: procedure.mutation(async ({ input }) => {
    if (!process.env.COVER_STORE) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'Covers not configured' });
    if (!process.env.COVER_KEY) throw new TRPCError({ code: 'BAD_REQUEST', message: 'Covers not configured' });
    try {
      const { width } = await sharp(await fetched(input.address)).metadata();
      if (width < 10) return undefined;
    } catch {
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'This cover could not be read' });
    }
    try {
      await prisma.cover.create({ data: { address: input.address } });
    } catch {
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'This cover could not be read' });
    }
    try {
      await findOthers(input.address);
    } catch {
      throw new TRPCError({ code: 'BAD_REQUEST', message: 'No others' });
    }
  }),
});
`,
    findings: ['5 server-fault-is-5xx', '15 server-fault-is-5xx', '20 server-fault-is-5xx'],
  },
  {
    name: 'a probe by the folder it stands in',
    path: 'src/health/base/health.controller.base.ts',
    source: `import { Get, HttpStatus, Res } from '@nestjs/common';
export class HealthControllerBase {
  @Get('ready')
  async ready(@Res() response: Response) {
    if (!(await this.isReady())) return response.status(HttpStatus.NOT_FOUND).send();
    return response.status(HttpStatus.NO_CONTENT).send();
  }
}
`,
    findings: [],
  },
  {
    name: 'a probe of a server that tells its routes apart by itself',
    path: 'src/server.ts',
    source: `import http from 'node:http';
http.createServer(async (req, res) => {
  if (req.url === '/ready') {
    res.writeHead((await isReady()) ? 200 : 503, { 'Content-Type': 'application/json' });
    return res.end('{}');
  }
  res.writeHead(503, { 'Content-Type': 'application/json' });
  res.end('{}');
});
`,
    findings: ['7 retry-after-on-503'],
  },
  {
    name: 'who logs in by a name that nobody has, above a check of the password that is handed the account',
    path: 'src/auth/auth.service.ts',
    source: `import { ForbiddenException, Injectable } from '@nestjs/common';
@Injectable()
export class AuthService {
  async authenticate(name: string, password: string) {
    try {
      const reader = await this.findByName(name);
      if (!reader) throw new ForbiddenException();
      await this.checkPassword(reader, password);
      return reader;
    } catch (error) {
      if (error instanceof ForbiddenException) throw error;
      throw new ForbiddenException();
    }
  }
  async lend(name: string, isbn: string) {
    const reader = await this.findByName(name);
    if (!reader) throw new ForbiddenException();
    return this.lendTo(reader, isbn);
  }
}
`,
    findings: ['7 unauthorized-for-anonymous'],
  },
];

reportedOf('TypeScript services', cases, { isJudged: isNoChallenge });
