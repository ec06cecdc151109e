import { framework } from '../framework.ts';

export const msw = framework({
  name: 'msw',
  title: 'Mock Service Worker',
  family: 'javascript',
  side: 'test',
  imports: ['msw', 'msw/*'],
  receivers: { CTX: { names: ['ctx', 'context'] } },
  read: [
    'HttpResponse.json(BODY, { status: STATUS })',
    'HttpResponse.text(BODY, { status: STATUS })',
    'HttpResponse.html(BODY, { status: STATUS })',
    'HttpResponse.xml(BODY, { status: STATUS })',
    'new HttpResponse(BODY?, { status: STATUS })',
    // version 1: `res(ctx.status(404), ctx.json({}))`
    'CTX.status(STATUS, ...REST)',
  ],
});
